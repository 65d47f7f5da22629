/** What stands in front of a server that is away answers so. */
const AWAY = [502, 503, 504];

interface Ways {
  readonly fromNetwork: () => Promise<Response>;
  readonly fromDevice: () => Promise<Response | undefined>;
  /** How long the network may take before the copy on the device is shown, milliseconds. */
  readonly patience: number;
}

/** The document as the server sends it; the copy on this device only while the server cannot be reached. */
export async function answerDocument({ fromNetwork, fromDevice, patience }: Ways): Promise<Response> {
  const asked = fromNetwork();
  const answer = await Promise.race([asked.catch(() => null), waited(patience)]);
  if (answer && !AWAY.includes(answer.status)) return answer;
  return (await fromDevice()) ?? asked;
}

function waited(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}
