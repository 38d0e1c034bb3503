/** whatsapp-web.js drives a browser that is there already (CHROMIUM_PATH, an installed one, or the packaged one): none is downloaded at an installation. */
module.exports = { skipDownload: true };
