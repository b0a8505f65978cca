import { printed, type Tool } from './tool';

const SYSTEM: Readonly<Record<string, string>> = {
  s: 'Linux',
  n: 'lab',
  r: '6.1.0',
  v: '#1 SMP',
  m: 'x86_64',
  o: 'GNU/Linux',
};

export const uname: Tool = {
  name: 'uname',
  about: 'Name the system.',
  run: async (args, host) => {
    const letters = args.join('').replace(/[^a-z]/g, '') || 's';
    const wanted = letters.includes('a')
      ? Object.keys(SYSTEM)
      : [...letters].filter((letter) => letter in SYSTEM);
    const named = wanted.map((letter) => (letter === 'n' ? (host.env.HOSTNAME ?? 'lab') : SYSTEM[letter]));
    return printed(`${named.join(' ')}\n`);
  },
};

export const whoami: Tool = {
  name: 'whoami',
  about: 'Name the user.',
  run: async (_, host) => printed(`${host.env.USER ?? 'student'}\n`),
};

export const hostname: Tool = {
  name: 'hostname',
  about: 'Name the machine.',
  run: async (_, host) => printed(`${host.env.HOSTNAME ?? 'lab'}\n`),
};

/** Scripts set traps; nothing sends this shell a signal. */
export const trap: Tool = {
  name: 'trap',
  about: 'Accepted: the shell of the lab is sent no signals.',
  run: async () => printed(''),
};

export const id: Tool = {
  name: 'id',
  about: 'Name the user and the groups.',
  run: async (args, host) => {
    const user = host.env.USER ?? 'student';
    if (args.includes('-un')) return printed(`${user}\n`);
    if (args.includes('-u') || args.includes('-g')) return printed('1000\n');
    return printed(`uid=1000(${user}) gid=1000(${user}) groups=1000(${user})\n`);
  },
};
