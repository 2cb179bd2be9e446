/** A source that is not the one on the page: an older version, or what came with Heard. Read in a dialog. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { LookedPlaybook } from "../../contract/index.ts";
import { Modal } from "../look/modal.tsx";
import { Problem } from "../look/problem.tsx";
import { PlaybookText } from "./playbook-text.tsx";

interface SourceSheetProps {
  readonly title: string;
  readonly name: readonly (string | number)[];
  readonly load: () => Promise<LookedPlaybook>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export function SourceSheet({ title, name, load, onClose, children }: SourceSheetProps): ReactNode {
  const found = useQuery({ queryKey: ["playbook-source", ...name], queryFn: load });
  return (
    <Modal title={title} onClose={onClose} wide>
      <Problem error={found.error} />
      {found.data?.playbook ? <PlaybookText playbook={found.data.playbook} level={3} /> : null}
      {found.data && !found.data.playbook ? (
        <pre className="whitespace-pre-wrap font-mono text-sm">{found.data.source}</pre>
      ) : null}
      {children ? <div className="mt-4 flex flex-wrap justify-end gap-2">{children}</div> : null}
    </Modal>
  );
}
