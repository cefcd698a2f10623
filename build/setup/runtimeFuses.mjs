// Opens the stand-in runtime for development: app from a folder, no special snapshot, inspector on. Runs on the pinned Node.
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

await flipFuses(process.argv[2], {
  version: FuseVersion.V1,
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});
