/**
 * Keeps what is being written on the server as it is typed, so that it is there on every device and after every crash. When a
 * newer draft is found elsewhere, both are kept until the writer has chosen.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import type { Attachment, Draft } from "../../contract/index.ts";
import { call, Refused } from "../client.ts";
import { type DraftFields, fieldsOf } from "./draft-fields.ts";
import type { DraftPlace } from "./draft-places.ts";
import { letterKey } from "./letter-key.ts";

const PAUSE = 700;
/** "left": this letter was sent before, by a try whose answer never came. */
export type DraftState = "kept" | "keeping" | "unkept" | "elsewhere" | "left";

export interface Drafting {
  readonly fields: DraftFields;
  readonly attachments: readonly Attachment[];
  readonly state: DraftState;
  /** The newer draft found elsewhere, while the writer has not chosen. */
  readonly other: Draft | null;
  readonly change: (patch: Partial<DraftFields>) => void;
  readonly upload: (files: readonly File[]) => Promise<Attachment[]>;
  readonly removeAttachment: (id: number) => Promise<void>;
  readonly keepMine: () => void;
  readonly takeOther: () => DraftFields | null;
  /** Waits until nothing is on its way and stops keeping: before sending. */
  readonly stop: () => Promise<void>;
  readonly resume: () => void;
  /** What is being written becomes a letter of its own. */
  readonly renew: () => void;
  readonly discard: () => Promise<void>;
}

/** @param place of the draft that is written on this sheet; a sheet stays with its draft. */
export function useDraft(place: DraftPlace): Drafting {
  const [fields, setFields] = useState(place.fields);
  const [attachments, setAttachments] = useState<readonly Attachment[]>(place.kept?.attachments ?? []);
  const [state, setState] = useState<DraftState>("kept");
  const [other, setOther] = useState<Draft | null>(null);
  const latest = useRef(fields);
  const version = useRef(place.kept?.version ?? 0);
  const here = useRef(place);
  useEffect(() => {
    here.current = place;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const dirty = useRef(false);
  const stopped = useRef(false);

  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (running.current) await running.current;
    if (!dirty.current || stopped.current) return;
    dirty.current = false;
    setState("keeping");
    running.current = here.current
      .keep(latest.current, version.current)
      .then((draft) => {
        version.current = draft.version;
        setState(dirty.current ? "unkept" : "kept");
        here.current.show(draft);
      })
      .catch(async (problem: unknown) => {
        dirty.current = true;
        if (problem instanceof Refused && problem.code === "draft-newer") {
          setOther(await here.current.look());
          setState("elsewhere");
        } else if (problem instanceof Refused && problem.code === "sent-before") setState("left");
        else {
          setState("unkept");
          timer.current ??= setTimeout(() => void keep(), 5_000);
        }
      })
      .finally(() => {
        running.current = null;
      });
    await running.current;
  }, []);

  const soon = useCallback(() => {
    dirty.current = true;
    if (stopped.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE);
  }, [keep]);

  const change = useCallback(
    (patch: Partial<DraftFields>) => {
      latest.current = { ...latest.current, ...patch };
      setFields(latest.current);
      setState((now) => (now === "elsewhere" || now === "left" ? now : "unkept"));
      soon();
    },
    [soon],
  );

  // Whatever is unkept goes out when the composer closes or the page is left.
  useEffect(() => {
    const now = (): void => {
      if (dirty.current && !stopped.current) void keep();
    };
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, [keep]);

  const settle = async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
  };
  return {
    fields,
    attachments,
    state,
    other,
    change,
    upload: async (files) => {
      // The draft has to exist, in our version, before anything can be put into it.
      dirty.current = dirty.current || version.current === 0;
      await keep();
      const added = await here.current.upload(files);
      setAttachments((before) => [...before, ...added.filter((one) => !before.some((had) => had.id === one.id))]);
      return added;
    },
    removeAttachment: async (attachmentId) => {
      setAttachments((before) => before.filter((one) => one.id !== attachmentId));
      await call("DELETE /api/v1/attachments/:id", { params: { id: attachmentId } });
    },
    keepMine: () => {
      version.current = other?.version ?? version.current;
      setOther(null);
      setState("unkept");
      soon();
    },
    takeOther: () => {
      if (!other) return null;
      version.current = other.version;
      latest.current = fieldsOf(other);
      setFields(latest.current);
      setAttachments(other.attachments);
      dirty.current = false;
      setOther(null);
      setState("kept");
      return latest.current;
    },
    stop: async () => {
      stopped.current = true;
      await settle();
    },
    resume: () => {
      stopped.current = false;
      soon();
    },
    renew: () => {
      version.current = 0;
      latest.current = { ...latest.current, key: letterKey() };
      setFields(latest.current);
      setState("unkept");
      soon();
    },
    discard: async () => {
      stopped.current = true;
      await settle();
      here.current.show(null);
      await here.current.drop();
    },
  };
}
