/** The first run: create the first person, then try it with sample customers or connect a mailbox. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { calledBy } from "../../../kit/index.ts";
import { t } from "../i18n.ts";
import { SixDots } from "../look/step-dot.tsx";
import { ask } from "../queries.ts";
import { ChooseStart } from "./choose-start.tsx";
import { Door } from "./door.tsx";
import { FirstPerson } from "./first-person.tsx";

const ConnectMailbox = lazy(() => import("../settings/mailbox-connect.tsx"));

export function WelcomePage(): ReactNode {
  const setup = useQuery(ask.setup());
  const me = useQuery({ ...ask.me(), enabled: setup.data !== undefined && !setup.data.needsFirstPerson, retry: false });
  const go = useNavigate();
  const [connecting, setConnecting] = useState(false);
  if (!setup.data) return null;
  if (setup.data.needsFirstPerson)
    return (
      <Door title={t("welcome.title")} lead={t("welcome.lead")}>
        <FirstPerson />
      </Door>
    );
  if (me.isPending) return null;
  if (me.data?.role !== "admin")
    return (
      <Door title={t("welcome.ready")}>
        <Link to="/" className="link">
          {t("lost.home")}
        </Link>
      </Door>
    );
  if (connecting)
    return (
      <Door title={t("connect.title")} lead={t("connect.lead")} wide>
        <Suspense fallback={<SixDots />}>
          <ConnectMailbox
            onDone={() => void go({ to: "/desk/$view", params: { view: "open" } })}
            onBack={() => setConnecting(false)}
          />
        </Suspense>
      </Door>
    );
  return (
    <Door title={t("choose.title", { name: calledBy(me.data.name) })} lead={t("choose.lead")} wide>
      <ChooseStart
        onConnect={() => setConnecting(true)}
        onDone={() => void go({ to: "/desk/$view", params: { view: "open" } })}
      />
    </Door>
  );
}
