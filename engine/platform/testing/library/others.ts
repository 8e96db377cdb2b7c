import { type Computer, cards, computer, type Graphic, memoryRates as rates } from './computer.ts';

const { intel, nvidia, amd } = cards;
const apple = (model: string): Graphic => ({ vendor: 'Apple', model, vram: null });
const mac = { platform: 'darwin', architecture: 'arm64' } as const;
const arm = { platform: 'linux', architecture: 'arm64' } as const;

/** Computers of Apple, and others with an Arm processor. */
export const armComputers: readonly Computer[] = [
  computer('MacBook Air 2020', 'mid', 'Apple M1', {
    ...{ ...mac, cores: 8, threads: 8, memory: 8, graphics: [apple('Apple M1')], laptop: 'mains' },
    speeds: { rating: 3700, ghz: 3.2, isa: 'neondot-wide', peak: 68 },
  }),
  computer('MacBook Pro 2021', 'high', 'Apple M1 Pro', {
    ...{ ...mac, cores: 10, threads: 10, memory: 16, graphics: [apple('Apple M1 Pro')], laptop: 'mains' },
    speeds: { rating: 3800, ghz: 3.2, isa: 'neondot-wide', peak: 200 },
  }),
  computer('MacBook Air 2022 on battery', 'mid', 'Apple M2', {
    ...{ ...mac, cores: 8, threads: 8, memory: 8, graphics: [apple('Apple M2')], laptop: 'battery' },
    speeds: { rating: 3950, ghz: 3.5, isa: 'neondot-wide', peak: 100 },
  }),
  computer('MacBook Pro 2023', 'high', 'Apple M3 Max', {
    ...{ ...mac, cores: 16, threads: 16, memory: 64, graphics: [apple('Apple M3 Max')], laptop: 'mains' },
    speeds: { rating: 4750, ghz: 4.1, isa: 'neondot-wide', peak: 400 },
  }),
  computer('Mac mini 2024', 'mid', 'Apple M4', {
    ...{ ...mac, cores: 10, threads: 10, memory: 16, graphics: [apple('Apple M4')] },
    speeds: { rating: 4600, ghz: 4.4, isa: 'neondot-wide', peak: 120 },
  }),
  computer('MacBook Pro 2017', 'mid', 'Intel(R) Core(TM) i5-7360U CPU @ 2.30GHz', {
    ...{ platform: 'darwin', cores: 2, threads: 4, memory: 8, laptop: 'mains' },
    graphics: [{ vendor: 'Intel', model: 'Intel Iris Plus Graphics 640', vram: 1536 }],
    speeds: { rating: 1850, ghz: 3.6, isa: 'avx2', peak: rates['ddr3-1600 ×2'] },
  }),
  // Graphics as recorded in the library's issue 348: a card's gigabytes where megabytes are promised.
  computer('MacBook Pro 2018', 'mid', 'Intel(R) Core(TM) i7-8850H CPU @ 2.60GHz', {
    ...{ platform: 'darwin', cores: 6, threads: 12, memory: 16, laptop: 'mains' },
    graphics: [
      { vendor: 'Intel', model: 'Intel UHD Graphics 630', vram: 1536 },
      { vendor: 'AMD', model: 'Radeon Pro 560X', vram: 4 },
    ],
    speeds: { rating: 2450, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('Raspberry Pi 4', 'low', 'Cortex-A72', {
    ...{ ...arm, cores: 4, threads: 4, memory: 4, graphics: [] },
    speeds: { rating: 700, ghz: 1.8, isa: 'neon', peak: rates['lpddr4-3200'] },
  }),
  computer('Raspberry Pi 5', 'low', 'Cortex-A76', {
    ...{
      ...arm,
      cores: 4,
      threads: 4,
      memory: 8,
      graphics: [{ vendor: 'Broadcom', model: 'V3D 7.1', vram: null }],
    },
    speeds: { rating: 1200, ghz: 2.4, isa: 'neondot', peak: 17 },
  }),
  computer('single-board computer', 'low', 'Rockchip RK3588', {
    ...{ ...arm, cores: 8, threads: 8, memory: 8, graphics: [] },
    speeds: { rating: 1250, ghz: 2.3, isa: 'neondot', peak: 17 },
  }),
  computer('Windows on Arm', 'mid', 'Snapdragon(R) X Elite - X1E78100 - Qualcomm(R) Oryon(TM) CPU', {
    ...{ cores: 12, threads: 12, memory: 16, architecture: 'arm64', laptop: 'mains' },
    graphics: [{ vendor: 'Qualcomm', model: 'Qualcomm(R) Adreno(TM) X1-85 GPU', vram: 128 }],
    speeds: { rating: 3600, ghz: 3.4, isa: 'neondot-wide', peak: 135 },
  }),
  computer('Arm server', 'mid', 'Neoverse-N1', {
    ...{ ...arm, cores: 64, threads: 64, memory: 256, graphics: [], virtual: true },
    speeds: { rating: 1950, ghz: 3, isa: 'neondot', peak: 200 },
  }),
  computer('small Arm instance', 'low', 'Neoverse-N1', {
    ...{ ...arm, cores: 2, threads: 2, memory: 4, graphics: [], virtual: true },
    speeds: { rating: 1700, ghz: 2.5, isa: 'neondot', peak: 200 },
  }),
];

/** Virtual machines, containers and servers. */
export const virtualComputers: readonly Computer[] = [
  // Recorded: a machine on which this project was tested.
  {
    ...computer('build machine, 2 threads of a Zen 5', 'low', 'AMD EPYC', {
      ...{ cores: 2, threads: 2, memory: 24, graphics: [], platform: 'linux', virtual: true, speeds: null },
    }),
    figures: { integer: 240, memory: 53, network: 23.9, networkUnpaced: 16.2, tookMs: 340, faults: [] },
  },
  computer('VMware guest', 'mid', 'Intel(R) Xeon(R) Gold 6230 CPU @ 2.10GHz', {
    ...{ cores: 4, threads: 4, memory: 8, virtual: true },
    graphics: [{ vendor: 'VMware, Inc.', model: 'VMware SVGA 3D', vram: 1024 }],
    speeds: { rating: 2200, ghz: 3.7, isa: 'avx512vnni', peak: 120 },
  }),
  computer('VirtualBox guest', 'low', 'Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz', {
    ...{ cores: 1, threads: 1, memory: 2, virtual: true, platform: 'linux' },
    graphics: [{ vendor: 'InnoTek Systemberatung GmbH', model: 'VirtualBox Graphics Adapter', vram: 16 }],
    speeds: { rating: 2400, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('tight container on a large host', 'low', 'AMD EPYC 7763 64-Core Processor', {
    ...{ cores: 64, threads: 128, memory: 512, graphics: [], platform: 'linux' },
    limits: { processors: 1.5, memory: 3 },
    speeds: { rating: 2550, ghz: 3.5, isa: 'avx2-wide', peak: 200 },
  }),
  computer('container with four processors', 'mid', 'AMD Ryzen 9 7950X 16-Core Processor', {
    ...{ cores: 16, threads: 32, memory: 64, graphics: [nvidia('RTX 4090', 24564)], platform: 'linux' },
    limits: { processors: 4, memory: 8 },
    speeds: { rating: 4250, ghz: 5.6, isa: 'avx512vnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('container with little memory', 'low', 'AMD Ryzen 7 5800X 8-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [nvidia('RTX 3080', 10240)], platform: 'linux' },
    limits: { processors: null, memory: 2 },
    speeds: { rating: 3450, ghz: 4.7, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('server with an accelerator', 'high', 'INTEL(R) XEON(R) PLATINUM 8568Y+', {
    ...{ cores: 96, threads: 192, memory: 1024, platform: 'linux' },
    graphics: [
      { vendor: 'ASPEED', model: 'ASPEED Graphics Family' },
      { vendor: 'NVIDIA', model: 'NVIDIA H200' },
    ],
    speeds: { rating: 2900, ghz: 4, isa: 'avx512vnni', peak: 350 },
  }),
  computer('guest with a card passed through', 'high', 'AMD Ryzen 9 5900X 12-Core Processor', {
    ...{ cores: 8, threads: 8, memory: 32, virtual: true, platform: 'linux' },
    graphics: [{ vendor: 'Red Hat, Inc.', model: 'QXL paravirtual graphic card' }, nvidia('RTX 3080', 10240)],
    speeds: { rating: 3450, ghz: 4.8, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('Linux inside Windows: no graphics seen', 'mid', 'AMD Ryzen 7 5800X 8-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 16, graphics: [], virtual: true, platform: 'linux' },
    speeds: { rating: 3450, ghz: 4.7, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
];

const i7: Parameters<typeof computer>[3] = {
  ...{ cores: 8, threads: 16, memory: 16, graphics: [nvidia('RTX 3070', 8192)] },
  speeds: { rating: 3050, ghz: 5.1, isa: 'avx2', peak: rates['ddr4-2933 ×2'] },
};
const i7Name = 'Intel(R) Core(TM) i7-10700K CPU @ 3.80GHz';

/** Answers that are wrong, incomplete or absent. */
export const brokenComputers: readonly Computer[] = [
  computer('graphics undefined (issue 461)', 'mid', i7Name, { ...i7, graphics: [undefined] }),
  computer('a card capped at 4 GB (issue 461)', 'mid', 'AMD Ryzen 5 3600 6-Core Processor', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [amd('RX 5700')] },
    speeds: { rating: 2550, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('a card that says 256 MB (issue 170)', 'mid', 'Intel(R) Core(TM) i5-6500 CPU @ 3.20GHz', {
    ...{ cores: 4, threads: 4, memory: 8, platform: 'linux' },
    graphics: [{ vendor: 'AMD/ATI', model: 'Baffin [Radeon RX 460/560D / Pro 450]', vram: 256 }],
    speeds: { rating: 2100, ghz: 3.6, isa: 'avx2', peak: rates['ddr4-2133 ×2'] },
  }),
  computer('cards without names (issue 1035)', 'high', 'AMD Ryzen 9 7950X3D 16-Core Processor', {
    ...{ cores: 16, threads: 32, memory: 64, platform: 'linux' },
    graphics: [
      { vendor: 'Advanced Micro Devices, Inc. [AMD/ATI]', model: 'Device 744c', vram: 32768 },
      { vendor: 'Advanced Micro Devices, Inc. [AMD/ATI]', model: 'Device 164e', vram: 256 },
    ],
    speeds: { rating: 4150, ghz: 5.7, isa: 'avx512vnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('two cards capped at 4 GB (issue 344)', 'high', 'AMD Ryzen 7 3700X 8-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [nvidia('GTX 1080 Ti'), nvidia('GTX 1080 Ti')] },
    speeds: { rating: 2700, ghz: 4.4, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('laptop with two graphics', 'high', '11th Gen Intel(R) Core(TM) i7-11800H @ 2.30GHz', {
    ...{ cores: 8, threads: 16, memory: 16, laptop: 'mains' },
    graphics: [intel('UHD Graphics'), nvidia('RTX 3080 Laptop GPU', 16384)],
    speeds: { rating: 3050, ghz: 4.5, isa: 'avx512vnni', peak: rates['ddr4-3200 ×2'] },
  }),
  { ...computer('not measured, a high name', 'high', i7Name, i7), figures: null },
  {
    ...computer('not measured, a mid name', 'mid', 'Intel(R) Core(TM) i5-8400 CPU @ 2.80GHz', {
      ...i7,
      threads: 6,
    }),
    figures: null,
  },
  {
    ...computer('not measured, a low name', 'low', 'Intel(R) Core(TM) i3-7100U CPU @ 2.40GHz', {
      ...i7,
      threads: 4,
    }),
    figures: null,
  },
  computer('without the addon: no figure for the network', 'high', i7Name, {
    ...i7,
    figures: { network: null, networkUnpaced: null },
  }),
  computer('memory measured while another program took it', 'high', i7Name, {
    ...i7,
    figures: { memory: 3 },
  }),
  computer('integer work measured while compiling', 'high', i7Name, { ...i7, figures: { integer: 40 } }),
  computer('figures that are no numbers', 'high', i7Name, {
    ...i7,
    figures: { integer: Number.NaN, memory: -1, network: Number.POSITIVE_INFINITY },
  }),
  {
    ...computer('the library says nothing at all', 'mid', i7Name, i7),
    answers: { cpu: null, mem: null, graphics: null, battery: null, os: null, system: null },
  },
  {
    ...computer('nothing is known', 'mid', '', { ...i7, speeds: null }),
    answers: { cpu: {}, mem: {}, graphics: {}, battery: {}, os: {}, system: {} },
    basics: {
      ...{ platform: '', release: '', architecture: '', processorName: null },
      ...{ threads: null, usableThreads: null, memoryBytes: null },
    },
  },
  {
    ...computer('fields of the wrong type', 'mid', i7Name, i7),
    answers: {
      cpu: { brand: 42, cores: 'many', physicalCores: -3 },
      mem: { total: '16 GB' },
      graphics: { controllers: 'none', displays: { main: true } },
      battery: { hasBattery: 'no', acConnected: 1, percent: 900 },
      os: 'linux',
      system: [],
    },
  },
];
