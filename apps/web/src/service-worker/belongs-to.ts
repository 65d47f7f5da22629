/**
 * Whether what was fetched may be kept as a part of the version. While servers are exchanged one after the other, an old
 * one may still answer: its document would name the scripts of another version.
 */
export async function belongsTo(main: string, isDocument: boolean, response: Response): Promise<boolean> {
  if (response.status !== 200 || response.redirected) return false;
  return !isDocument || (await response.clone().text()).includes(`"${main}"`);
}
