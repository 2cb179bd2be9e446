/** Connecting one more mailbox, from the settings. */
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import MailboxConnect from "./mailbox-connect.tsx";
import { PageTitle } from "./page-parts.tsx";

export function MailboxNewPage(): ReactNode {
  const go = useNavigate();
  const back = (): void => void go({ to: "/settings/mailboxes" });
  return (
    <>
      <PageTitle title={t("connect.title")} lead={t("connect.lead")} />
      <MailboxConnect onDone={back} onBack={back} />
    </>
  );
}
