// The floor: requests of the same runtime's network in a loop, nothing behind them and no window beside them.
// `--url=… --many=… --pace=…`; writes the milliseconds they took to its output.
const { app, net } = require('electron');

const given = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);

function ask(url) {
  return new Promise((resolve, reject) => {
    const request = net.request({ method: 'POST', url, credentials: 'omit', cache: 'no-store' });
    request.setHeader('connection', 'close');
    request.on('response', (answer) => answer.on('data', () => undefined).on('end', resolve));
    request.on('error', reject);
    request.end('Invoice=none');
  });
}

async function loop(url, many, pace) {
  let left = many;
  const lane = async () => {
    while (left-- > 0) await ask(url);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: pace }, lane));
  return performance.now() - start;
}

void app.whenReady().then(async () => {
  const [url, many, pace] = [given('url'), Number(given('many')), Number(given('pace'))];
  await loop(url, many / 10, pace); // the first ones start the network
  process.stdout.write(`took ${await loop(url, many, pace)}\n`);
  app.quit();
});
