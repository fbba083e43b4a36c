/** The name of the constraint that the database refused something by, if that is what was thrown. */
export function brokenConstraint(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const { constraint, driverError } = thrown as Error & {
    constraint?: unknown;
    driverError?: { constraint?: unknown };
  };
  const found = driverError?.constraint ?? constraint;
  return typeof found === 'string' ? found : null;
}
