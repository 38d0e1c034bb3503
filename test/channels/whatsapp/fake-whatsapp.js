/**
 * A stand-in for WhatsApp's own page: the module names that whatsapp-web.js 1.34.7 asks `window.require` for, over an account in memory.
 * It proves our channel against the library, not against today's WhatsApp. `window.__account` is the account as it was before the
 * browser opened; `window.whatsapp` is what tests steer and read.
 */
(() => {
  const account = window.__account;

  class Emitter {
    constructor(facts) {
      Object.assign(this, facts);
      Object.defineProperty(this, "heard", { value: [], enumerable: false });
    }
    on(names, act) {
      for (const name of names.split(" ")) this.heard.push({ name, act });
    }
    once(name, act) {
      const actOnce = (...facts) => {
        this.off(name, actOnce);
        act(...facts);
      };
      this.heard.push({ name, act: actOnce });
    }
    off(name, act) {
      const at = this.heard.findIndex((one) => one.name === name && one.act === act);
      if (at >= 0) this.heard.splice(at, 1);
    }
    emit(name, ...facts) {
      for (const one of [...this.heard]) if (one.name === name) one.act(...facts);
    }
  }

  class Wid {
    constructor(serialized) {
      [this.user, this.server] = serialized.split("@");
      this._serialized = serialized;
    }
    isLid() {
      return this.server === "lid";
    }
    isUser() {
      return this.server === "lid" || this.server === "c.us";
    }
    isGroup() {
      return this.server === "g.us";
    }
    isStatus() {
      return false;
    }
  }
  const widOf = (id) => (id instanceof Wid ? id : new Wid(typeof id === "string" ? id : id._serialized));

  class MsgKey {
    constructor({ to, id, selfDir }) {
      this.fromMe = selfDir === "out";
      this.remote = widOf(to);
      this.id = id;
      this._serialized = `${this.fromMe}_${this.remote._serialized}_${id}`;
    }
    static newId() {
      return `3EB0${Math.random().toString(16).slice(2).toUpperCase().padStart(18, "0")}`;
    }
  }

  class Msg extends Emitter {
    serialize() {
      const { mediaData: _, toJSON: __, set: ___, mediaBlob: ____, ...facts } = this;
      return JSON.parse(JSON.stringify(facts));
    }
    async downloadMedia() {}
  }

  const messages = new Map();
  const Messages = new Emitter({
    get: (id) => messages.get(id),
    getMessagesById: async (ids) => ({ messages: ids.map((id) => messages.get(id)).filter(Boolean) }),
    getModelsArray: () => [...messages.values()],
  });

  class Chat extends Emitter {
    constructor({ id, ...facts }) {
      super({ unreadCount: 0, t: 0, formattedTitle: id, ...facts, id: widOf(id) });
      this.all = [];
      // A chat is opened with its newest message; the others stay once they have been loaded.
      this.msgs = { getModelsArray: () => (this.loading === "done" ? [...this.all] : this.all.slice(-1)) };
      if (this.id.isGroup()) this.groupMetadata = { serialize: () => ({ participants: [] }) };
    }
    serialize() {
      const { all, msgs: _, groupMetadata: __, loading: ___, ...facts } = this;
      return JSON.parse(JSON.stringify({ ...facts, msgs: all.map(({ id }) => id._serialized) }));
    }
    get lastReceivedKey() {
      return this.all.at(-1)?.id;
    }
  }
  const chats = new Map();
  const Chats = new Emitter({
    get: (id) => chats.get(widOf(id)._serialized),
    find: async (id) => chats.get(widOf(id)._serialized),
    getModelsArray: () => [...chats.values()],
  });

  function chatOf(id) {
    const known = chats.get(id);
    if (known) return known;
    const chat = new Chat({ id });
    chats.set(id, chat);
    return chat;
  }

  function keep({ chat: id, fromMe = false, stanza, file, ...facts }) {
    const chat = chatOf(id);
    const me = new Wid(account.me);
    const msg = new Msg({
      id: new MsgKey({ to: id, id: stanza ?? MsgKey.newId(), selfDir: fromMe ? "out" : "in" }),
      type: "chat",
      t: Math.floor(Date.now() / 1000),
      ack: fromMe ? 1 : 0,
      from: fromMe ? me : widOf(id),
      to: fromMe ? widOf(id) : me,
      isNewMsg: true,
      ...facts,
    });
    if (file !== undefined) {
      Object.assign(msg, { directPath: `/v/${msg.id.id}`, mediaKey: "key", filehash: file });
      msg.mediaData = { mediaStage: "RESOLVED" };
      msg.size ??= atob(file).length;
    }
    messages.set(msg.id._serialized, msg);
    chat.all.push(msg);
    chat.t = Math.max(chat.t, msg.t);
    return { chat, msg };
  }

  const Socket = new Emitter({
    state: account.paired ? "CONNECTED" : "UNPAIRED",
    hasSynced: false,
    logout: () => window.whatsapp.logout(),
  });
  const Cmd = new Emitter({ refreshQR: () => undefined });
  const Conn = new Emitter({
    ref: "ref-1",
    platform: "android",
    serialize: () => ({ pushname: "Office", platform: "android" }),
  });
  const Calls = new Emitter({ kept: new Map() });
  const lidOf = (wid) => account.lids[wid._serialized];
  const phoneOf = (wid) => Object.keys(account.lids).find((phone) => account.lids[phone] === wid._serialized);
  const isKnown = (wid) =>
    !window.whatsapp.gone && Boolean(chats.has(wid._serialized) || lidOf(wid) || phoneOf(wid));
  const maybeWid = (id) => (id === undefined ? undefined : new Wid(id));
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;

  async function addAndSend(chat, message) {
    const trouble = window.whatsapp.trouble;
    window.whatsapp.trouble = undefined;
    if (trouble === "throws") throw new Error("The page could not send it.");
    if (trouble === "nothing" || window.whatsapp.gone) return;
    const hangs = trouble === "hangs" ? new Promise(() => undefined) : undefined;
    const msg = new Msg({ ...message, isNewMsg: true, fromMe: true });
    messages.set(msg.id._serialized, msg);
    chat.all.push(msg);
    chat.t = Math.max(chat.t, msg.t);
    const { body, caption, filehash: file, type } = msg;
    const shown = type === "chat" ? { text: body } : { text: caption ?? "", file };
    const sent = { ...shown, chat: chat.id._serialized, id: msg.id._serialized, type };
    window.whatsapp.sent.push(sent);
    await window.__sent?.(sent);
    Messages.emit("add", msg);
    msg.ack = trouble === "fails" ? -1 : trouble === "queues" ? 0 : 1;
    if (msg.ack !== 0) Messages.emit("change:ack", msg, msg.ack);
    await hangs;
  }

  class Opaque {
    static async createFromData(blob) {
      const opaque = new Opaque();
      opaque.base64 = btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
      opaque.name = blob.name;
      opaque.mimetype = blob.type;
      return opaque;
    }
    url() {
      return "blob:";
    }
    autorelease() {}
  }

  const modules = {
    WAWebSocketModel: { Socket },
    WAWebCmd: { Cmd },
    WAWebConnModel: { Conn },
    WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
    WAWebAltDeviceLinkingApi: {
      setPairingType: () => undefined,
      initializeAltDeviceLinking: async () => undefined,
      startAltLinkingFlow: async (number) => `CODE${number.slice(-4)}`,
    },
    WABase64: { encodeB64: (bytes) => btoa(bytes) },
    WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: "1" },
    WAWebAdvSignatureApi: {},
    WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: "noise" } }) } },
    WAWebSignalStoreApi: {
      waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: "identity" } }) },
    },
    WAWebUserPrefsMultiDevice: { getADVSecretKey: () => "secret" },
    WAWebUserPrefsMeUser: {
      getMaybeMePnUser: () => new Wid(account.me),
      getMaybeMeLidUser: () => maybeWid(account.lids[account.me]),
    },
    WAWebCollections: { Msg: Messages, Chat: Chats, GroupMetadata: { update: async () => undefined } },
    WAWebLidMigrationUtils: { toPn: (id) => id },
    WAWebSyncGatingUtils: {},
    WAWebCallCollection: Calls,
    WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: () => undefined } },
    WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: () => undefined } },
    WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => undefined },
    WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => undefined },
    WALinkify: { findLink: () => undefined, findLinks: () => [] },
    WAWebWidFactory: { createWid: widOf },
    // A stranger's chat is never made: the library then resolves without a message.
    WAWebFindChatAction: { findOrCreateLatestChat: async (wid) => ({ chat: chats.get(wid._serialized) }) },
    WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
    WAWebMsgKey: MsgKey,
    WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
    WAWebSendMsgChatAction: {
      addAndSendMsgToChat: (chat, message) => {
        const sent = addAndSend(chat, message);
        return [sent, sent];
      },
    },
    WAWebStreamModel: { Stream: { markAvailable: () => undefined, markUnavailable: () => undefined } },
    WAWebUpdateUnreadChatAction: {
      sendSeen: async ({ chat }) => {
        chat.unreadCount = 0;
      },
    },
    WAWebChatStateBridge: {
      sendChatStateComposing: async ({ _serialized }) => window.whatsapp.typed.push(_serialized),
      sendChatStatePaused: async () => undefined,
    },
    WAWebChatLoadMessages: {
      loadEarlierMsgs: async ({ chat }) => {
        // Whoever asks while it loads for somebody else is given nothing.
        if (chat.loading) return [];
        chat.loading = "under way";
        const earlier = chat.all.slice(0, -1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        chat.loading = "done";
        return earlier;
      },
    },
    WAWebDownloadManager: {
      downloadManager: {
        async downloadAndMaybeDecrypt({ filehash, directPath }) {
          window.whatsapp.downloads.push(directPath);
          const { deadly, expired } = [...messages.values()].find((msg) => msg.directPath === directPath);
          if (expired) throw Object.assign(new Error("Not found"), { status: 404 });
          if (deadly) await window.whatsapp.die();
          return bytesOf(filehash);
        },
      },
    },
    WAWebApiContact: {
      getCurrentLid: (wid) => maybeWid(lidOf(wid)),
      getPhoneNumber: (wid) => maybeWid(phoneOf(wid)),
    },
    WAWebQueryExistsJob: { queryWidExists: async (wid) => (isKnown(wid) ? { wid } : undefined) },
    WAWebMediaOpaqueData: Opaque,
    WAWebPrepRawMedia: {
      prepRawMedia: (blob, { asDocument }) => ({
        waitForPrep: async () => {
          const { mimetype } = blob;
          const type = asDocument ? "document" : mimetype.startsWith("image/") ? "image" : "audio";
          const facts = { type, mimetype, filename: blob.name, filehash: blob.base64, mediaBlob: blob };
          const data = { ...facts, preview: "preview" };
          data.set = (more) => Object.assign(data, more);
          data.toJSON = () => ({ type, mimetype, filename: blob.name });
          return data;
        },
      }),
    },
    WAWebMediaStorage: {
      getOrCreateMediaObject: (filehash) => ({
        filehash,
        size: atob(filehash).length,
        contentInfo: {},
        consolidate: () => undefined,
      }),
    },
    WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
    WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
    WAWebMediaMmsV4Upload: {
      uploadMedia: async () => ({ mediaEntry: { mmsUrl: "https://mmg.invalid/", directPath: "/v/up" } }),
    },
  };

  window.Debug = { VERSION: "FAKE" };
  window.require = (name) => {
    const found = modules[name];
    if (!found) throw new Error(`Unknown module ${name}`);
    return found;
  };

  window.whatsapp = {
    sent: [],
    typed: [],
    downloads: [],
    /** What becomes of the next message that is sent. */
    trouble: undefined,
    /** Nobody has an account any more. */
    gone: false,
    /** What a file too much for it does to a browser: the test ends it. */
    die: () => window.__die(),
    /** The page has what its account holds: the library is ready. It listens a moment after the page has loaded. */
    sync() {
      const isHeard = Socket.heard.some(({ name }) => name === "change:hasSynced");
      if (!isHeard) return setTimeout(() => window.whatsapp.sync(), 10);
      Socket.state = "CONNECTED";
      Socket.hasSynced = true;
      Socket.emit("change:hasSynced");
    },
    /** Reaches the account without a word of the page's about it. */
    keep(facts) {
      keep(facts);
    },
    deliver(facts) {
      const known = messages.get(`${facts.fromMe ?? false}_${facts.chat}_${facts.stanza}`);
      if (known) return known.id._serialized;
      const { chat, msg } = keep(facts);
      if (!msg.id.fromMe) chat.unreadCount += 1;
      Messages.emit("add", msg);
      return msg.id._serialized;
    },
    edit(id, body) {
      const msg = messages.get(id);
      const before = msg.body;
      Object.assign(msg, { body, latestEditSenderTimestampMs: Date.now() });
      Messages.emit("change:body change:caption", msg, body, before);
      for (const { name, act } of Messages.heard) if (name === "change:body") act(msg, body, before);
    },
    decipher(id, body) {
      const msg = messages.get(id);
      Object.assign(msg, { type: "chat", body });
      msg.emit("change:type", msg);
    },
    echo(id) {
      Messages.emit("add", messages.get(id));
    },
    revoke(id) {
      const msg = messages.get(id);
      msg.type = "revoked";
      Messages.emit("change:type", msg);
    },
    react(id, emoji, by) {
      const { reactionTableMode } = modules.WAWebAddonReactionTableMode;
      const parent = messages.get(id).id;
      const key = { ...new MsgKey({ to: by, id: MsgKey.newId(), selfDir: "in" }) };
      reactionTableMode.bulkUpsert([
        {
          id: key,
          reactionParentKey: parent,
          reactionText: emoji,
          reactionTimestamp: Date.now(),
          from: widOf(by),
        },
      ]);
    },
    ack(id, ack) {
      const msg = messages.get(id);
      msg.ack = ack;
      Messages.emit("change:ack", msg, ack);
    },
    ring(id, from, facts) {
      Calls.kept.set(id, {
        id,
        peerJid: widOf(from),
        isVideo: false,
        isGroup: false,
        outgoing: false,
        ...facts,
      });
    },
    state(state) {
      Socket.state = state;
      Socket.emit("change:state", Socket, state);
    },
    newQr(ref) {
      Conn.ref = ref;
      Conn.emit("change:ref", Conn, ref);
    },
    logout() {
      Cmd.emit("logout");
      setTimeout(() => location.replace("/?post_logout=1"), 20);
    },
  };

  for (const chat of account.chats) {
    const { msgs = [], ...facts } = chat;
    chats.set(facts.id, new Chat(facts));
    for (const msg of msgs) keep({ ...msg, chat: facts.id, isNewMsg: false });
  }
  if (account.paired) window.whatsapp.sync();
})();
