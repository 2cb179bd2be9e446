/** The routes about playbooks: call one verb, translate back. Decides nothing. */
import {
  archivePlaybook,
  type PlaybookSeen,
  savePlaybook,
  settleShippedPlaybook,
  takeBackPlaybook,
} from "../../desk/team/index.ts";
import { isRefusal, type PlaybookId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { listPeople } from "../../records/account/index.ts";
import {
  findPlaybook,
  listPlaybooks,
  type PlaybookLine,
  type PlaybookProblem,
  type PlaybookRow,
  readPlaybook,
  versionOf,
  versionsOf,
  writePlaybook,
} from "../../records/playbook/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";

const NOT_HERE = refuse("playbook-not-found", "This playbook is not here any more.", "Look at the list of playbooks.");

export const playbookHandlers: Handlers<keyof wire.PlaybookRoutes> = {
  async "GET /api/v1/playbooks"({ desk }) {
    const nameOf = await names(desk);
    return { items: (await listPlaybooks(desk.database.db)).map((line) => presentLine(line, nameOf)) };
  },
  async "GET /api/v1/playbooks/:id"({ desk, params }) {
    const row = await findPlaybook(desk.database.db, params.id as PlaybookId);
    return row ? presentWhole(desk, row) : NOT_HERE;
  },
  async "GET /api/v1/playbooks/:id/versions/:version"({ desk, params }) {
    const source = await versionOf(desk.database.db, params.id as PlaybookId, params.version);
    return source === undefined ? NOT_HERE : look(source);
  },
  "POST /api/v1/playbooks/look"({ body }) {
    return look(body.source ?? (body.playbook ? writePlaybook(body.playbook) : ""));
  },
  async "POST /api/v1/playbooks"({ desk, by, body }) {
    return whole(desk, await savePlaybook(desk, by, body.source));
  },
  async "PUT /api/v1/playbooks/:id"({ desk, by, params, body }) {
    const seen: PlaybookSeen = { id: params.id as PlaybookId, version: body.version };
    return whole(desk, await savePlaybook(desk, by, body.source, seen));
  },
  async "POST /api/v1/playbooks/:id/archive"({ desk, by, params, body }) {
    return (await archivePlaybook(desk, by, params.id as PlaybookId, body.to)) ?? {};
  },
  async "POST /api/v1/playbooks/:id/take-back"({ desk, by, params, body }) {
    return whole(desk, await takeBackPlaybook(desk, by, params.id as PlaybookId, body.version));
  },
  async "POST /api/v1/playbooks/:id/shipped"({ desk, by, params, body }) {
    return (await settleShippedPlaybook(desk, by, params.id as PlaybookId, body.choice)) ?? {};
  },
};

function look(source: string): wire.LookedPlaybook {
  const { playbook, problems } = readPlaybook(source);
  return {
    source,
    playbook: playbook === undefined ? null : presentPlaybook(playbook),
    problems: problems.map(presentProblem),
  };
}

const presentProblem = ({ about, ...said }: PlaybookProblem): wire.LookedPlaybook["problems"][number] => ({
  ...said,
  ...(about ? { about: { path: [...about.path], says: about.says } } : {}),
});

const whole = (desk: Desk, row: PlaybookRow | Refusal): Promise<wire.PlaybookWhole> | Refusal =>
  isRefusal(row) ? row : presentWhole(desk, row);

/** JSON without what is not there. */
const presentPlaybook = (playbook: NonNullable<ReturnType<typeof readPlaybook>["playbook"]>): wire.Playbook =>
  structuredClone(playbook) as wire.Playbook;

async function presentWhole(desk: Desk, row: PlaybookRow): Promise<wire.PlaybookWhole> {
  const nameOf = await names(desk);
  const is_shipped = row.shipped_source !== null;
  const is_edited = is_shipped && row.shipped_source !== row.source;
  return {
    ...presentLine({ ...row, is_shipped, is_edited }, nameOf),
    source: row.source,
    playbook: look(row.source).playbook,
    versions: (await versionsOf(desk.database.db, row.id)).map(({ version, at, by }) => ({
      version,
      at: at.toISOString(),
      by: nameOf(by),
    })),
    shippedSource: is_edited ? row.shipped_source : null,
  };
}

function presentLine(line: PlaybookLine, nameOf: (id: number | null) => string | null): wire.PlaybookLine {
  return {
    id: line.id,
    slug: line.slug,
    title: line.title,
    summary: line.summary,
    situations: line.situations,
    signals: line.signals,
    version: line.version,
    isShipped: line.is_shipped,
    isEdited: line.is_edited,
    hasNewerShipped: line.shipped_is_newer,
    archivedAt: line.archived_at?.toISOString() ?? null,
    changedAt: line.changed_at.toISOString(),
    changedBy: nameOf(line.changed_by),
  };
}

/** What people are called, by their number. */
async function names(desk: Desk): Promise<(id: number | null) => string | null> {
  const people = new Map<number, string>((await listPeople(desk.database.db)).map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (people.get(id) ?? null));
}
