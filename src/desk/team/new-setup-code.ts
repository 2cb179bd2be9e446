/** Makes the one-time code with which the first person is created. Printing it is the caller's business. */
import { type Desk, keepSetupCode, writeSetupCode } from "../../platform/desk/index.ts";

/**
 * @returns a code such as `QX7-4MN-2RT`, for the terminal only; an earlier one is no longer good. Ask `isAnybodyHere`
 * first: once there is a person, no code opens anything.
 */
export async function newSetupCode(desk: Desk): Promise<string> {
  const code = writeSetupCode(desk.random);
  await keepSetupCode(desk.database.db, code);
  return code;
}
