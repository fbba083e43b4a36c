import { DomainError } from '../common/domain-error.ts';

/** Passwords of ten characters and more that every list of leaked ones begins with. */
const common = new Set(
  `1234567890 0123456789 0987654321 1234512345 123456789a 12345678910 123456123456 1q2w3e4r5t 1qaz2wsx3edc
   qwertyuiop qwerty12345 qwerty123456 asdfghjkl1 password12 password123 password1234 passwordpassword
   iloveyou12 iloveyou123 sunshine123 administrator admin12345 admin123456 changeme123 letmein123 welcome123
   football123 basketball starwars123 trustno1trustno1 newsroom123 journalist editor12345 broadsheet broadsheet123
   йцукенгшщз пароль12345 пароль123456 azerbaijan azerbaycan azerbaijan123`.split(/\s+/),
);
const fewestDifferent = 5;

/**
 * Refuses a password that is long enough and still among the first to be guessed (NIST SP 800-63B): a common one,
 * one that repeats a few characters, or the person's own name or address.
 * @throws DomainError PASSWORD_WEAK
 */
export function refuseWeakPassword(password: string, person: { email: string; name: string }): void {
  const plain = password.normalize('NFKC').toLowerCase();
  const own = [person.email, person.email.split('@')[0] ?? '', person.name, person.name.replace(/\s+/g, '')];
  const weak =
    common.has(plain) ||
    new Set(plain).size < fewestDifferent ||
    own.some((part) => part !== '' && plain.replaceAll(part.toLowerCase(), '').length < 4);
  if (weak)
    throw new DomainError(
      'PASSWORD_WEAK',
      'This password is among the first that somebody would guess. Nothing was changed; choose a longer one, such as four words that do not belong together.',
      [{ path: 'password', message: 'Too easy to guess.' }],
    );
}
