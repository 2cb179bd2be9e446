/** The rail: where one can go. On wide screens at the left, collapsible; on a phone a bar at the bottom. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import {
  BookOpen,
  CircleHelp,
  Handshake,
  Menu as MenuIcon,
  PanelLeftClose,
  PanelLeftOpen,
  PenLine,
  Search,
  Settings,
  Users,
} from "lucide-react";
import { Fragment, type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { SixDots, StepDot } from "../look/step-dot.tsx";
import { ask } from "../queries.ts";
import { useMailboxes } from "../viewer.ts";
import { AccountCorner } from "./account-corner.tsx";
import { RailLink } from "./rail-link.tsx";
import { useStored } from "./stored.ts";
import { VIEWS } from "./views.ts";

function Views({ narrow }: { narrow: boolean }): ReactNode {
  const counts = useQuery(ask.counts()).data;
  const mailboxes = useMailboxes();
  return (
    <>
      <ul className="flex flex-col gap-px">
        {VIEWS.map((view) => (
          <Fragment key={view.view}>
            <li>
              <RailLink
                to={{ to: "/desk/$view", params: { view: view.view } }}
                icon={view.icon}
                label={t(`view.${view.view}`)}
                keys={view.keys}
                count={view.quiet ? 0 : (counts?.views[view.view] ?? 0)}
                narrow={narrow}
              />
            </li>
            {view.view === "promised" ? (
              <li>
                <RailLink
                  to={{ to: "/promises" }}
                  icon={Handshake}
                  label={t("promises.title")}
                  keys="g o"
                  narrow={narrow}
                />
              </li>
            ) : null}
          </Fragment>
        ))}
      </ul>
      {mailboxes.length > 1 && !narrow ? (
        <div>
          <h2 className="eyebrow px-2.5 pb-1">{t("rail.mailboxes")}</h2>
          <ul className="flex flex-col gap-px">
            {mailboxes.map((mailbox) => (
              <li key={mailbox.id}>
                <RailLink
                  to={{ to: "/desk/$view", params: { view: "open" }, search: { mailbox: mailbox.id } }}
                  label={mailbox.name}
                  tip={mailbox.inTrouble ?? mailbox.outTrouble ?? mailbox.address}
                  inTrouble={Boolean(mailbox.inTrouble ?? mailbox.outTrouble)}
                  count={counts?.mailboxes.find((one) => one.id === mailbox.id)?.open ?? 0}
                  narrow={false}
                />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function Places({ narrow }: { narrow: boolean }): ReactNode {
  const quarantined = useQuery(ask.counts()).data?.quarantined ?? 0;
  return (
    <ul className="flex flex-col gap-px">
      <li>
        <RailLink to={{ to: "/search" }} icon={Search} label={t("search.title")} keys="/" narrow={narrow} />
      </li>
      <li>
        <RailLink to={{ to: "/customers" }} icon={Users} label={t("customers.title")} keys="g c" narrow={narrow} />
      </li>
      <li>
        <RailLink to={{ to: "/playbooks" }} icon={BookOpen} label={t("playbooks.title")} keys="g b" narrow={narrow} />
      </li>
      {quarantined > 0 ? (
        <li>
          <RailLink
            to={{ to: "/quarantine" }}
            icon={CircleHelp}
            label={t("quarantine.title")}
            count={quarantined}
            keys="g q"
            narrow={narrow}
          />
        </li>
      ) : null}
      <li>
        <RailLink to={{ to: "/settings" }} icon={Settings} label={t("settings.title")} keys="g ," narrow={narrow} />
      </li>
    </ul>
  );
}

export function Rail({ onPalette }: { onPalette: () => void }): ReactNode {
  const isReading = useParams({ strict: false }) as { id?: string };
  const [narrow, setNarrow] = useStored("rail.narrow", innerWidth < 1200);
  const [open, setOpen] = useState(false);
  return (
    <>
      <nav
        aria-label={t("rail.label")}
        className={`hidden shrink-0 flex-col gap-5 overflow-y-auto border-r bg-paper-deep py-3 md:flex print-hidden ${narrow ? "w-14 items-center px-1.5" : "w-54 px-2.5"}`}
      >
        <div className={`flex items-center ${narrow ? "flex-col gap-2" : "justify-between pl-2.5"}`}>
          {narrow ? (
            <StepDot step="listen" size={14} />
          ) : (
            <Link to="/desk/$view" params={{ view: "open" }} className="flex flex-col gap-1 rounded-sm no-underline">
              <span className="title text-xl leading-6">Heard</span>
              <SixDots />
            </Link>
          )}
          <IconButton
            icon={narrow ? PanelLeftOpen : PanelLeftClose}
            label={narrow ? t("rail.widen") : t("rail.narrow")}
            onPress={() => setNarrow(!narrow)}
          />
        </div>
        <div className={narrow ? "flex flex-col gap-2" : "flex gap-2"}>
          <Link
            to="/write"
            className={`btn btn-plain ${narrow ? "btn-icon" : "flex-1"}`}
            aria-label={t("command.write")}
            data-tip={t("command.write")}
            data-tip-keys="c"
          >
            <PenLine size={16} strokeWidth={1.75} aria-hidden="true" />
            {narrow ? null : t("rail.write")}
          </Link>
        </div>
        <Views narrow={narrow} />
        <div className="mt-auto flex flex-col gap-3">
          <Places narrow={narrow} />
          <AccountCorner narrow={narrow} onPalette={onPalette} />
        </div>
      </nav>

      <nav
        aria-label={t("rail.label")}
        className={`items-center justify-around border-t bg-paper-deep py-1 md:hidden print-hidden ${isReading.id ? "hidden" : "flex"}`}
      >
        <IconButton
          icon={MenuIcon}
          label={t("rail.menu")}
          expanded={open}
          onPress={() => setOpen(!open)}
          className="!h-11 !w-11"
        />
        <Link to="/search" aria-label={t("search.title")} className="btn btn-quiet btn-icon !h-11 !w-11">
          <Search size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <Link to="/desk/$view" params={{ view: "open" }} aria-label={t("view.open")} className="btn btn-quiet !h-11">
          <SixDots />
        </Link>
        <Link to="/customers" aria-label={t("customers.title")} className="btn btn-quiet btn-icon !h-11 !w-11">
          <Users size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
        <Link to="/write" aria-label={t("command.write")} className="btn btn-quiet btn-icon !h-11 !w-11">
          <PenLine size={18} strokeWidth={1.75} aria-hidden="true" />
        </Link>
      </nav>
      {open ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a click on any link inside closes the sheet; the links have keys themselves
        <nav
          aria-label={t("rail.menu")}
          className="flex max-h-[70dvh] flex-col gap-4 overflow-auto border-t bg-paper-deep p-3 md:hidden print-hidden"
          onClick={() => setOpen(false)}
        >
          <Views narrow={false} />
          <Places narrow={false} />
          <AccountCorner narrow={false} onPalette={onPalette} />
        </nav>
      ) : null}
    </>
  );
}
