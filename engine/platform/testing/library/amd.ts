import { type Computer, cards, computer, memoryRates as rates } from './computer.ts';

const { nvidia, amd } = cards;

/** Desktop and laptop computers with an AMD processor, 2012 to 2024. */
export const amdComputers: readonly Computer[] = [
  computer('2012 games, no AVX2', 'low', 'AMD FX(tm)-8350 Eight-Core Processor', {
    ...{ cores: 8, threads: 8, memory: 8, graphics: [amd('RX 570')] },
    speeds: { rating: 1600, ghz: 4.2, isa: 'scalar', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2013 small laptop', 'low', 'AMD E1-2100 APU with Radeon(TM) HD Graphics', {
    ...{ cores: 2, threads: 2, memory: 4, graphics: [amd('HD 8210')], laptop: 'mains' },
    speeds: { rating: 400, ghz: 1, isa: 'scalar-slow', peak: rates['ddr3-1333'] },
  }),
  computer('2014 APU', 'low', 'AMD A10-7850K Radeon R7, 12 Compute Cores 4C+8G', {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [amd('R7 Graphics')] },
    speeds: { rating: 1550, ghz: 4, isa: 'scalar', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2019 cheapest', 'low', 'AMD Athlon 3000G with Radeon Vega Graphics', {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [amd('Vega 3 Graphics', 512)] },
    speeds: { rating: 1950, ghz: 3.5, isa: 'avx2-narrow', peak: rates['ddr4-2400'] },
  }),
  computer('2017 small games', 'mid', 'AMD Ryzen 3 1200 Quad-Core Processor', {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [nvidia('GTX 1050 Ti')] },
    speeds: { rating: 1900, ghz: 3.4, isa: 'avx2-narrow', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('2019 APU', 'mid', 'AMD Ryzen 3 3200G with Radeon Vega Graphics', {
    ...{ cores: 4, threads: 4, memory: 6, graphics: [amd('Vega 8 Graphics', 2048)] },
    speeds: { rating: 2200, ghz: 4, isa: 'avx2-narrow', peak: rates['ddr4-2933 ×2'] },
  }),
  computer('2017 mid', 'mid', 'AMD Ryzen 5 1600 Six-Core Processor', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [amd('RX 580 2048SP')] },
    speeds: { rating: 2000, ghz: 3.6, isa: 'avx2-narrow', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('2018 mid', 'mid', 'AMD Ryzen 5 2600 Six-Core Processor', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [nvidia('GTX 1660', 6144)] },
    speeds: { rating: 2250, ghz: 3.9, isa: 'avx2-narrow', peak: rates['ddr4-2933 ×2'] },
  }),
  computer('2019 mid', 'mid', 'AMD Ryzen 5 3600 6-Core Processor', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [nvidia('RTX 2060', 6144)] },
    speeds: { rating: 2550, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2018 high', 'high', 'AMD Ryzen 7 2700X Eight-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 16, graphics: [nvidia('RTX 3070', 8192)] },
    speeds: { rating: 2400, ghz: 4.3, isa: 'avx2-narrow', peak: rates['ddr4-2933 ×2'] },
  }),
  computer('the high of the mission', 'high', 'AMD Ryzen 7 3700X 8-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [amd('RX 6700 XT')] },
    speeds: { rating: 2700, ghz: 4.4, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2020, a six-core with a strong card', 'high', 'AMD Ryzen 5 5600X 6-Core Processor', {
    ...{ cores: 6, threads: 12, memory: 32, graphics: [nvidia('RTX 3070', 8192)] },
    speeds: { rating: 3350, ghz: 4.6, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2021 APU', 'mid', 'AMD Ryzen 5 5600G with Radeon Graphics', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [amd('Graphics', 512)] },
    speeds: { rating: 3200, ghz: 4.4, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2022 high', 'high', 'AMD Ryzen 7 5800X3D 8-Core Processor', {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [amd('RX 6800 XT', 16384)] },
    speeds: { rating: 3200, ghz: 4.5, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2020 top', 'high', 'AMD Ryzen 9 5950X 16-Core Processor', {
    ...{ cores: 16, threads: 32, memory: 64, graphics: [nvidia('RTX 3090')] },
    speeds: { rating: 3450, ghz: 4.9, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2023 high', 'high', 'AMD Ryzen 7 7800X3D 8-Core Processor', {
    ...{
      cores: 8,
      threads: 16,
      memory: 32,
      graphics: [amd('Graphics', 512), nvidia('RTX 4080 SUPER', 16376)],
    },
    speeds: { rating: 3750, ghz: 5, isa: 'avx512vnni', peak: rates['ddr5-6000 ×2'] },
  }),
  computer('2022 top, no card', 'mid', 'AMD Ryzen 9 7950X 16-Core Processor', {
    ...{ cores: 16, threads: 32, memory: 64, graphics: [amd('Graphics', 512)] },
    speeds: { rating: 4250, ghz: 5.6, isa: 'avx512vnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('2024 top', 'high', 'AMD Ryzen 9 9950X 16-Core Processor', {
    ...{ cores: 16, threads: 32, memory: 64, graphics: [amd('RX 9070 XT', 16304)] },
    speeds: { rating: 4700, ghz: 5.7, isa: 'avx512vnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('workstation, 32 cores, older card', 'mid', 'AMD Ryzen Threadripper 3970X 32-Core Processor', {
    ...{ cores: 32, threads: 64, memory: 128, graphics: [amd('RX 5700 XT')], platform: 'linux' },
    speeds: { rating: 2700, ghz: 4.5, isa: 'avx2', peak: rates['ddr4-2666 ×4'] },
  }),
  computer('64 cores', 'high', 'AMD Ryzen Threadripper PRO 5995WX 64-Cores', {
    ...{ cores: 64, threads: 128, memory: 256, graphics: [nvidia('RTX 3080', 10240)], platform: 'linux' },
    speeds: { rating: 3300, ghz: 4.5, isa: 'avx2-wide', peak: rates['ddr4-2666 ×4'] },
  }),
  computer('2019 laptop on battery', 'mid', 'AMD Ryzen 5 3500U with Radeon Vega Mobile Gfx', {
    ...{ cores: 4, threads: 8, memory: 8, graphics: [amd('Vega 8 Graphics', 1024)], laptop: 'battery' },
    speeds: { rating: 1900, ghz: 3.5, isa: 'avx2-narrow', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('2020 laptop', 'mid', 'AMD Ryzen 5 4500U with Radeon Graphics', {
    ...{ cores: 6, threads: 6, memory: 8, graphics: [amd('Graphics', 512)], laptop: 'mains' },
    speeds: { rating: 2450, ghz: 4, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2020 games laptop', 'mid', 'AMD Ryzen 7 4800H with Radeon Graphics', {
    ...{ cores: 8, threads: 16, memory: 16, laptop: 'mains' },
    graphics: [amd('Graphics', 512), nvidia('GTX 1650', 4096)],
    speeds: { rating: 2600, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2021 games laptop', 'high', 'AMD Ryzen 7 5800H with Radeon Graphics', {
    ...{ cores: 8, threads: 16, memory: 16, laptop: 'mains' },
    graphics: [amd('Graphics', 512), nvidia('RTX 3070 Laptop GPU', 8192)],
    speeds: { rating: 3050, ghz: 4.4, isa: 'avx2-wide', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2023 games laptop on battery', 'mid', 'AMD Ryzen 9 7945HX with Radeon Graphics', {
    ...{ cores: 16, threads: 32, memory: 32, laptop: 'battery' },
    graphics: [amd('610M', 512), nvidia('RTX 4090 Laptop GPU', 16376)],
    speeds: { rating: 3600, ghz: 4.5, isa: 'avx512vnni', peak: rates['ddr5-4800'] },
  }),
  computer('2023 thin laptop', 'mid', 'AMD Ryzen 7 7840U w/ Radeon 780M Graphics', {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [amd('780M Graphics', 512)], laptop: 'mains' },
    speeds: { rating: 3600, ghz: 5, isa: 'avx512vnni', peak: rates['lpddr5-6400 ×2'] },
  }),
  computer('handheld', 'mid', 'AMD Custom APU 0405', {
    ...{ cores: 4, threads: 8, memory: 15, platform: 'linux', laptop: 'battery' },
    graphics: [{ vendor: 'Advanced Micro Devices, Inc. [AMD/ATI]', model: 'AMD Custom GPU 0405', vram: 256 }],
    speeds: { rating: 2300, ghz: 3.5, isa: 'avx2', peak: 88 },
  }),
];
