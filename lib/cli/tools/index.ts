import { cmp } from './cmp';
import { dd } from './dd';
import { head, tail } from './ends';
import { esdk } from './esdk';
import { ls } from './ls';
import { mktemp } from './mktemp';
import { od } from './od';
import { openssl } from './openssl';
import { sleep } from './sleep';
import { hostname, id, trap, uname, whoami } from './system';
import type { Tool } from './tool';
import { uuidgen } from './uuidgen';
import { xxd } from './xxd';

export type { Entry, Tool, ToolHost } from './tool';

/** Tools the shell library lacks. A new one is a file and a line here. */
export const TOOLS: readonly Tool[] = [
  cmp,
  dd,
  esdk,
  head,
  hostname,
  id,
  ls,
  mktemp,
  od,
  openssl,
  sleep,
  tail,
  trap,
  uname,
  uuidgen,
  whoami,
  xxd,
];
