/** Which address shows which screen, and who may pass. The desk is in the first script; every other screen is loaded when asked for. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Refused } from "./client.ts";
import { DeskPage } from "./desk/desk-page.tsx";
import { LostPage } from "./frame/lost-page.tsx";
import { Shell } from "./frame/shell.tsx";
import { isView } from "./frame/views.ts";
import { ask, client } from "./queries.ts";

const root = createRootRoute({ component: Outlet, notFoundComponent: () => <LostPage /> });

/** Everything a signed-in person sees. Whoever is not signed in is sent to where that can be done. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      await client.ensureQueryData(ask.me());
    } catch (problem) {
      if (!(problem instanceof Refused) || problem.status !== 401) throw problem;
      const setup = await client.ensureQueryData(ask.setup());
      if (setup.needsFirstPerson) throw redirect({ to: "/welcome" });
      throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
    }
  },
  errorComponent: LostPage,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: async () => {
    const me = await client.ensureQueryData(ask.me());
    const setup = await client.ensureQueryData(ask.setup());
    if (!setup.hasMailbox && !setup.hasSamples && me.role === "admin") throw redirect({ to: "/welcome" });
    throw redirect({ to: "/desk/$view", params: { view: "open" } });
  },
});

interface DeskSearch {
  mailbox?: number;
  tag?: string;
}
const desk = createRoute({
  getParentRoute: () => inside,
  path: "/desk/$view",
  component: DeskPage,
  validateSearch: (search: Record<string, unknown>): DeskSearch => ({
    ...(Number(search["mailbox"]) > 0 ? { mailbox: Number(search["mailbox"]) } : {}),
    ...(typeof search["tag"] === "string" && search["tag"] ? { tag: search["tag"] } : {}),
  }),
  beforeLoad: ({ params }) => {
    if (!isView(params.view)) throw redirect({ to: "/desk/$view", params: { view: "open" } });
  },
});
const deskConversation = createRoute({ getParentRoute: () => desk, path: "/$id", component: () => null });

const page = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => inside, path, component: lazyRouteComponent(load as never, name as never) });

const write = page("/write", () => import("./composer/write-page.tsx"), "WritePage");
const customers = page("/customers", () => import("./customer/customers-page.tsx"), "CustomersPage");
const customer = page("/customers/$id", () => import("./customer/customer-page.tsx"), "CustomerPage");
const organisation = page("/organisations/$id", () => import("./customer/organisation-page.tsx"), "OrganisationPage");
const playbooks = page("/playbooks", () => import("./playbook/playbooks-page.tsx"), "PlaybooksPage");
const playbook = page("/playbooks/$id", () => import("./playbook/playbook-page.tsx"), "PlaybookPage");
const playbookNew = page("/playbooks/new", () => import("./playbook/playbook-edit-page.tsx"), "PlaybookEditPage");
const playbookEdit = page("/playbooks/$id/edit", () => import("./playbook/playbook-edit-page.tsx"), "PlaybookEditPage");
const promises = page("/promises", () => import("./promise/promises-page.tsx"), "PromisesPage");
const quarantine = page("/quarantine", () => import("./settings/quarantine-page.tsx"), "QuarantinePage");
const search = createRoute({
  getParentRoute: () => inside,
  path: "/search",
  component: lazyRouteComponent(() => import("./search/search-page.tsx"), "SearchPage"),
  validateSearch: (found: Record<string, unknown>): { q?: string } => {
    const q = found["q"];
    return typeof q === "string" || typeof q === "number" ? { q: String(q) } : {};
  },
});

const settings = page("/settings", () => import("./settings/settings-frame.tsx"), "SettingsFrame");
const setting = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({ getParentRoute: () => settings, path, component: lazyRouteComponent(load as never, name as never) });
const settingsRoutes = [
  setting("/", () => import("./settings/me-page.tsx"), "MePage"),
  setting("/me", () => import("./settings/me-page.tsx"), "MePage"),
  createRoute({
    getParentRoute: () => settings,
    path: "/mailboxes",
    component: lazyRouteComponent(() => import("./settings/mailboxes-page.tsx"), "MailboxesPage"),
    validateSearch: (found: Record<string, unknown>): { provider?: string } =>
      typeof found["provider"] === "string" ? { provider: found["provider"] } : {},
  }),
  setting("/mailboxes/new", () => import("./settings/mailbox-new-page.tsx"), "MailboxNewPage"),
  setting("/mailboxes/$id", () => import("./settings/mailbox-page.tsx"), "MailboxPage"),
  setting("/people", () => import("./settings/people-page.tsx"), "PeoplePage"),
  setting("/snippets", () => import("./settings/snippets-page.tsx"), "SnippetsPage"),
  setting("/blocked", () => import("./settings/blocked-page.tsx"), "BlockedPage"),
  setting("/log", () => import("./settings/log-page.tsx"), "LogPage"),
  setting("/samples", () => import("./settings/samples-page.tsx"), "SamplesPage"),
] as const;

/** Screens before anybody is known. */
const door = <P extends string>(path: P, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as never, name as never),
    validateSearch: (found: Record<string, unknown>): { token?: string; next?: string } => ({
      ...(typeof found["token"] === "string" ? { token: found["token"] } : {}),
      ...(typeof found["next"] === "string" && found["next"].startsWith("/") && !found["next"].startsWith("//")
        ? { next: found["next"] }
        : {}),
    }),
  });
const signIn = door("/sign-in", () => import("./start/sign-in-page.tsx"), "SignInPage");
const forgot = door("/forgot", () => import("./start/forgot-page.tsx"), "ForgotPage");
const reset = door("/reset", () => import("./start/reset-page.tsx"), "ResetPage");
const invite = door("/invite", () => import("./start/invite-page.tsx"), "InvitePage");
const welcome = door("/welcome", () => import("./start/welcome-page.tsx"), "WelcomePage");

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      home,
      desk.addChildren([deskConversation]),
      write,
      search,
      customers,
      customer,
      organisation,
      playbooks,
      playbookNew,
      playbook,
      playbookEdit,
      promises,
      quarantine,
      settings.addChildren(settingsRoutes),
    ]),
    signIn,
    forgot,
    reset,
    invite,
    welcome,
  ]),
  defaultPreload: "intent",
  defaultPendingMs: 1_000,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
