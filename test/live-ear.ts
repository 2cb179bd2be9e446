/** Hears what a page hears on the live stream, as text, from now on. */
export interface LiveEar {
  readonly status: number;
  readonly heard: () => string;
  readonly isOver: () => boolean;
  readonly stop: () => void;
}

export async function listenTo(url: string, cookie: string): Promise<LiveEar> {
  const cut = new AbortController();
  const response = await fetch(`${url}/api/v1/live`, { headers: { cookie }, signal: cut.signal });
  let heard = "";
  let over = false;
  void (async () => {
    const words = new TextDecoder();
    for await (const chunk of response.body ?? []) heard += words.decode(chunk as Uint8Array, { stream: true });
  })()
    .catch(() => undefined)
    .finally(() => {
      over = true;
    });
  return { status: response.status, heard: () => heard, isOver: () => over, stop: () => cut.abort() };
}
