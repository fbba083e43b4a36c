import type { DemoGrant, DemoPerson } from './types.ts';

/** Everybody's password where only this machine can reach the editor; elsewhere a new one is made and shown once. */
export const localPassword = 'extra-extra-read-all';

const everywhere = { sections: 'any', regions: 'any', languages: 'any' } as const;
const wholePaper = (role: DemoGrant['role']): DemoGrant => ({ role, ...everywhere });

export const people: readonly DemoPerson[] = [
  {
    key: 'admin',
    email: 'admin@ledger.example',
    name: 'Samir Dalan',
    language: 'en',
    grants: [wholePaper('admin')],
  },
  {
    key: 'chief',
    email: 'chief@ledger.example',
    name: 'Vera Ozerina',
    language: 'ru',
    grants: [wholePaper('editor_in_chief')],
  },
  {
    key: 'desk',
    email: 'desk@ledger.example',
    name: 'Narine Lusan',
    language: 'hy',
    grants: [wholePaper('desk_editor')],
  },
  {
    key: 'tamar',
    email: 'tamar@ledger.example',
    name: 'Tamar Elani',
    language: 'en',
    grants: [
      { role: 'journalist', sections: 'any', regions: ['armenia', 'georgia'], languages: ['en', 'hy'] },
    ],
  },
  {
    key: 'davit',
    email: 'davit@ledger.example',
    name: 'Davit Orun',
    language: 'ru',
    grants: [
      {
        role: 'journalist',
        sections: 'any',
        regions: ['turkey', 'iran', 'azerbaijan', 'central-asia'],
        languages: ['az', 'ru', 'en'],
      },
    ],
  },
  {
    key: 'leyla',
    email: 'leyla@ledger.example',
    name: 'Leyla Sarvanlı',
    language: 'az',
    grants: [{ role: 'translator', sections: 'any', regions: 'any', languages: ['az', 'ru', 'hy'] }],
  },
];
