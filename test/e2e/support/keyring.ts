import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A session bus with a keyring of its own, so that a test may lock it or take it away. */
export interface Keyring {
  /** Environment for the app that is to use it. */
  env: Record<string, string>;
  lock: () => void;
  /** It is asked and never answers, until it is woken. */
  stun: () => void;
  wake: () => void;
  /** The bus lets nobody talk to it: each question is answered with AccessDenied. */
  refuse: () => void;
  allow: () => void;
  close: () => Promise<void>;
}

const end = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.kill('SIGKILL');
  });

/** A session bus that allows everything but `denied`. */
const busConfig = (home: string, denied: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=${home}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    ${denied}
  </policy>
</busconfig>
`;

/** Starts bus and keyring; unlocked. */
export async function startKeyring(): Promise<Keyring> {
  const home = mkdtempSync(join(tmpdir(), 'postroom-keyring-'));
  const config = join(home, 'bus.conf');
  writeFileSync(config, busConfig(home, ''));
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((done) =>
    bus.stdout.once('data', (data: Buffer) => done(data.toString().trim())),
  );
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_DATA_HOME: home };
  const all = { ...process.env, ...env };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: all,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  daemon.stdin.end('test');
  const send = (...words: string[]): string =>
    execFileSync('dbus-send', ['--session', '--print-reply', ...words], { env: all, encoding: 'utf8' });
  const owned = (): boolean =>
    send(
      '--dest=org.freedesktop.DBus',
      '/',
      'org.freedesktop.DBus.NameHasOwner',
      'string:org.freedesktop.secrets',
    ).includes('true');
  const policy = (denied: string): void => {
    writeFileSync(config, busConfig(home, denied));
    send('--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.ReloadConfig');
  };
  while (!owned()) await new Promise((done) => setImmediate(done));
  return {
    env,
    lock: () => {
      send(
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      );
    },
    stun: () => void daemon.kill('SIGSTOP'),
    wake: () => void daemon.kill('SIGCONT'),
    refuse: () => policy('<deny send_destination="org.freedesktop.secrets"/>'),
    allow: () => policy(''),
    close: async () => {
      await end(daemon);
      await end(bus);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Environment of an app whose computer has no keychain at all. */
export const noKeychain = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
