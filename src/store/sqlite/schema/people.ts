/** The office's people: who they are, that they are logged in, and where they belong. */
import { sql } from "drizzle-orm";
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { partners } from "./partners.ts";

export const agents = sqliteTable(
  "agents",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["agent", "head", "admin"] }).notNull(),
    language: text("language", { enum: ["ar", "en"] }).notNull(),
    disabled: integer("disabled", { mode: "boolean" }).notNull(),
    demo: integer("demo", { mode: "boolean" }).notNull(),
    epoch: integer("epoch").notNull(),
    createdAt: integer("created_at").notNull(),
    passwordHash: text("password_hash").notNull(),
  },
  (table) => [
    uniqueIndex("agents_by_email").on(sql`lower(${table.email})`),
    check("agents_role", sql`${table.role} in ('agent', 'head', 'admin')`),
  ],
);

export const agentSessions = sqliteTable("agent_sessions", {
  hash: text("hash").primaryKey(),
  agent: text("agent")
    .notNull()
    .references(() => agents.id),
  epoch: integer("epoch").notNull(),
  csrf: text("csrf").notNull(),
  createdAt: integer("created_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});

/** Which of the office's departments (partners of that kind) its people belong to. */
export const departmentMembers = sqliteTable(
  "department_members",
  {
    agent: text("agent")
      .notNull()
      .references(() => agents.id),
    department: text("department")
      .notNull()
      .references(() => partners.id),
  },
  (table) => [primaryKey({ columns: [table.agent, table.department] })],
);

/** When agents last looked at what they asked of others. */
export const requestLooks = sqliteTable("request_looks", {
  agent: text("agent")
    .primaryKey()
    .references(() => agents.id),
  at: integer("at").notNull(),
});
