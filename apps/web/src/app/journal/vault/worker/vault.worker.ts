// First of all: schemas of zod are built while modules load.
import '../../../../no-code-from-strings';
import { Connection } from './connection';
import { Device } from './device';
import { HttpServer } from './http-server';
import { keeperOf } from './keeper';
import { localDate } from './local-date';
import { Needs } from './needs';
import { type Scope, serve } from './serve';
import { TabLock } from './writer-lock';

/** The worker's own file does nothing but put the parts together: what runs here is tested without a worker. */
const scope = globalThis as unknown as Scope;
const needs = new Needs((need) => scope.postMessage({ need }));
const keeper = keeperOf({
  server: new HttpServer(new Connection(needs)),
  device: new Device(),
  writer: new TabLock(navigator.locks),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  newId: () => crypto.randomUUID(),
  now: () => Date.now(),
  today: () => localDate(new Date()),
  tell: (news) => scope.postMessage(news),
});
serve(scope, keeper, needs);
