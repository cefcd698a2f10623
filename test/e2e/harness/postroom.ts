import type { ChildProcess } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import { launch, type LaunchOptions } from './launch.ts';
import { clickNewest, recorded, shownSince, type Shown } from './notifications.ts';
import { killGroup9 } from './processes.ts';

/** The running app as a test sees it. `app` and `page` change with every relaunch: read them anew. */
export class Postroom {
  readonly dataFolder: string;
  /** What no test may cause: policy violations and uncaught errors in the page. A test fails when any is left here. */
  readonly problems: string[] = [];
  #options: LaunchOptions;
  #app: ElectronApplication | undefined;
  #page: Page | undefined;
  /** Asked for at the launch: an app that crashed by itself does not tell any more. */
  #process: ChildProcess | undefined;
  #seenFrom = recorded();

  constructor(options: LaunchOptions) {
    this.#options = options;
    this.dataFolder = options.dataFolder;
  }

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('the app is not running');
    return this.#app;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not running');
    return this.#page;
  }

  /** Starts the app, optionally with other options from now on, and waits for its page. */
  async launch(changes: Partial<LaunchOptions> = {}): Promise<Page> {
    this.#options = { ...this.#options, ...changes };
    this.#app = await launch(this.#options);
    this.#process = this.#app.process();
    this.#page = await this.#app.firstWindow();
    this.#page.on('pageerror', (error) => this.problems.push(`uncaught in the page: ${error.message}`));
    this.#page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) this.problems.push(message.text());
    });
    await this.#page.waitForLoadState('domcontentloaded');
    return this.#page;
  }

  /** Ends every process of the app without warning, at this very moment. */
  async kill9(): Promise<void> {
    const process = this.#process;
    if (process?.pid !== undefined && process.exitCode === null && process.signalCode === null) {
      const ended = new Promise<void>((done) => process.once('exit', () => done()));
      killGroup9(process.pid);
      await ended;
    }
    this.#app = this.#page = undefined;
  }

  /** Quits the app the ordinary way when it is running. */
  async close(): Promise<void> {
    const app = this.#app;
    this.#app = this.#page = undefined;
    await app?.close();
  }

  /** Closes (unless killed before) and starts again on the same data. */
  async relaunch(changes: Partial<LaunchOptions> = {}): Promise<Page> {
    await this.close();
    return this.launch(changes);
  }

  /** Desktop notifications shown since this test began. */
  notifications(): Shown[] {
    return shownSince(this.#seenFrom);
  }

  /** Clicks the newest notification on the screen. */
  clickNotification(): void {
    clickNewest();
  }
}
