import { describe, expect, it } from 'vitest';
import { describeSignIn } from './sign-in.ts';

describe('how to sign in, as npm start tells it', () => {
  it('names the people of the demo newsroom with their roles', () => {
    const people = [
      { email: 'chief@ledger.example', name: 'Vera', role: 'editor_in_chief' },
      { email: 'a@ledger.example', name: 'Samir', role: 'admin' },
    ];
    expect(describeSignIn(JSON.stringify({ loaded: true, signIn: { password: 'extra', people } }))).toBe(
      'The demo newsroom. Everybody signs in with the password extra\n' +
        '  chief@ledger.example  Vera, editor in chief\n' +
        '  a@ledger.example      Samir, admin',
    );
  });

  it('says nothing to a newsroom that has people of its own', () => {
    expect(describeSignIn('{"loaded":false,"signIn":null}')).toBe('');
    expect(describeSignIn('')).toBe('');
  });

  it('passes on the link for the first admin', () => {
    expect(describeSignIn('Open this link: http://localhost:3001/link/x')).toContain('/link/x');
  });
});
