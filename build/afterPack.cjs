// Sets the fuses of a packed app. A test build leaves the inspector on, which end-to-end tests need.
const path = require('node:path');

const names = { darwin: 'Postroom.app', win32: 'Postroom.exe', linux: 'postroom' };

module.exports = async ({ appOutDir, electronPlatformName }) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(path.join(appOutDir, names[electronPlatformName] ?? 'postroom'), {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: process.env.POSTROOM_TEST_BUILD === '1',
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
};
