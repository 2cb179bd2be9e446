/**
 * Pictures that a writer put into their text stand there under the desk's own address, which nobody outside can open. In the mail they
 * travel along and are shown by their Content-ID (RFC 2392).
 */

const OWN_PICTURE = /<img\b[^<>]{0,2000}?\bsrc="\/api\/v1\/attachments\/(\d{1,15})"[^<>]{0,2000}>/gi;

/** The numbers of the attachments that a text shows. */
export const picturesIn = (html: string): number[] => [...html.matchAll(OWN_PICTURE)].map(([, id]) => Number(id));

/** @param contentIds of the pictures that travel along. Any other picture of the desk is left out: it could not be seen. */
export const withPicturesInMail = (html: string, contentIds: ReadonlyMap<number, string>): string =>
  html.replace(OWN_PICTURE, (image, id: string) => {
    const contentId = contentIds.get(Number(id));
    return contentId === undefined ? "" : image.replace(`/api/v1/attachments/${id}`, `cid:${contentId}`);
  });
