import { type Computer, cards, computer, memoryRates as rates } from './computer.ts';

const core = (name: string): string => `Intel(R) Core(TM) ${name}`;
const { intel, nvidia, amd } = cards;

/** Desktop and laptop computers with an Intel processor, 2007 to 2024. */
export const intelComputers: readonly Computer[] = [
  computer('2007 desktop', 'low', 'Intel(R) Core(TM)2 Quad CPU Q6600 @ 2.40GHz', {
    ...{ cores: 4, threads: 4, memory: 4, graphics: [nvidia('8600 GT')] },
    speeds: { rating: 950, ghz: 2.4, isa: 'scalar-slow', peak: rates['ddr2-800 ×2'] },
  }),
  computer('2011 office', 'low', core('i3-2100 CPU @ 3.10GHz'), {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [intel('HD Graphics Family')] },
    speeds: { rating: 1550, ghz: 3.1, isa: 'scalar', peak: rates['ddr3-1333 ×2'] },
  }),
  computer('2011 games, no AVX2', 'low', core('i5-2500K CPU @ 3.30GHz'), {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [nvidia('GTX 960')] },
    speeds: { rating: 1850, ghz: 3.7, isa: 'scalar', peak: rates['ddr3-1333 ×2'] },
  }),
  computer('2012 games, no AVX2', 'low', core('i7-3770 CPU @ 3.40GHz'), {
    ...{ cores: 4, threads: 8, memory: 16, graphics: [nvidia('GTX 1060 6GB')] },
    speeds: { rating: 2050, ghz: 3.9, isa: 'scalar', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2014 games', 'mid', core('i5-4460 CPU @ 3.20GHz'), {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [amd('R9 280X')] },
    speeds: { rating: 2000, ghz: 3.4, isa: 'avx2', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2014 fast', 'mid', core('i7-4790K CPU @ 4.00GHz'), {
    ...{ cores: 4, threads: 8, memory: 16, graphics: [nvidia('GTX 970')] },
    speeds: { rating: 2450, ghz: 4.4, isa: 'avx2', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2013 Celeron', 'low', 'Intel(R) Celeron(R) CPU G1610 @ 2.60GHz', {
    ...{ cores: 2, threads: 2, memory: 4, graphics: [intel('HD Graphics')] },
    speeds: { rating: 1400, ghz: 2.6, isa: 'scalar', peak: rates['ddr3-1333'] },
  }),
  computer('2015 office', 'mid', core('i5-6500 CPU @ 3.20GHz'), {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [intel('HD Graphics 530')] },
    speeds: { rating: 2100, ghz: 3.6, isa: 'avx2', peak: rates['ddr4-2133 ×2'] },
  }),
  computer('2015 office, 4 GB', 'low', core('i3-6100 CPU @ 3.70GHz'), {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [intel('HD Graphics 530')] },
    speeds: { rating: 2150, ghz: 3.7, isa: 'avx2', peak: 17 },
  }),
  computer('2017 Pentium, no AVX2', 'low', 'Intel(R) Pentium(R) CPU G4560 @ 3.50GHz', {
    ...{ cores: 2, threads: 4, memory: 8, graphics: [nvidia('GTX 750 Ti')] },
    speeds: { rating: 2000, ghz: 3.5, isa: 'scalar', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('2018 small games', 'mid', core('i3-8100 CPU @ 3.60GHz'), {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [nvidia('GTX 1050 Ti')] },
    speeds: { rating: 2250, ghz: 3.6, isa: 'avx2', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('the mid of the mission', 'mid', core('i5-8400 CPU @ 2.80GHz'), {
    ...{ cores: 6, threads: 6, memory: 8, graphics: [nvidia('GTX 1660', 6144)] },
    speeds: { rating: 2350, ghz: 4, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('the other mid of the mission', 'mid', core('i5-9400F CPU @ 2.90GHz'), {
    ...{ cores: 6, threads: 6, memory: 16, graphics: [amd('RX 580 Series')] },
    speeds: { rating: 2400, ghz: 4.1, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('2018 high', 'high', core('i7-8700K CPU @ 3.70GHz'), {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [intel('UHD Graphics 630'), nvidia('RTX 3070', 8192)] },
    speeds: { rating: 2750, ghz: 4.7, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('2019 high, no hyper-threads', 'high', core('i7-9700K CPU @ 3.60GHz'), {
    ...{ cores: 8, threads: 8, memory: 32, graphics: [nvidia('RTX 3080')] },
    speeds: { rating: 2900, ghz: 4.9, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2018 top', 'high', core('i9-9900K CPU @ 3.60GHz'), {
    ...{ cores: 8, threads: 16, memory: 32, graphics: [nvidia('RTX 2080 Ti', 11264)] },
    speeds: { rating: 2900, ghz: 5, isa: 'avx2', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2020 mid', 'mid', core('i5-10400 CPU @ 2.90GHz'), {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [nvidia('GTX 1660 SUPER', 6144)] },
    speeds: { rating: 2600, ghz: 4.3, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('the high of the mission', 'high', core('i7-10700K CPU @ 3.80GHz'), {
    ...{ cores: 8, threads: 16, memory: 16, graphics: [nvidia('RTX 3070', 8192)] },
    speeds: { rating: 3050, ghz: 5.1, isa: 'avx2', peak: rates['ddr4-2933 ×2'] },
  }),
  computer('2021 office', 'mid', '11th Gen Intel(R) Core(TM) i5-11400 @ 2.60GHz', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [intel('UHD Graphics 730')] },
    speeds: { rating: 3050, ghz: 4.4, isa: 'avx512vnni', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2021 fast, small card', 'mid', '11th Gen Intel(R) Core(TM) i7-11700K @ 3.60GHz', {
    ...{ cores: 8, threads: 16, memory: 16, graphics: [nvidia('RTX 3060', 12288)] },
    speeds: { rating: 3400, ghz: 4.9, isa: 'avx512vnni', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2022 small games', 'mid', '12th Gen Intel(R) Core(TM) i3-12100F', {
    ...{ cores: 4, threads: 8, memory: 8, graphics: [nvidia('GTX 1650', 4096)] },
    speeds: { rating: 3400, ghz: 4.3, isa: 'avxvnni', peak: rates['ddr4-3200'] },
  }),
  computer('2022 mid', 'mid', '12th Gen Intel(R) Core(TM) i5-12400F', {
    ...{ cores: 6, threads: 12, memory: 16, graphics: [nvidia('RTX 3060 Ti', 8192)] },
    speeds: { rating: 3500, ghz: 4.4, isa: 'avxvnni', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2022 high', 'high', '12th Gen Intel(R) Core(TM) i7-12700K', {
    ...{ cores: 12, threads: 20, memory: 32, graphics: [intel('UHD Graphics 770'), amd('RX 6700 XT')] },
    speeds: { rating: 4050, ghz: 5, isa: 'avxvnni', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2023, an i5 faster than most i7', 'high', '13th Gen Intel(R) Core(TM) i5-13600K', {
    ...{ cores: 14, threads: 20, memory: 32, graphics: [nvidia('RTX 4070', 12282)] },
    speeds: { rating: 4150, ghz: 5.1, isa: 'avxvnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('2023 top', 'high', '13th Gen Intel(R) Core(TM) i9-13900K', {
    ...{ cores: 24, threads: 32, memory: 64, graphics: [nvidia('RTX 4090', 24564)] },
    speeds: { rating: 4650, ghz: 5.8, isa: 'avxvnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('2023 fast, no card', 'mid', 'Intel(R) Core(TM) i7-14700K', {
    ...{ cores: 20, threads: 28, memory: 32, graphics: [intel('UHD Graphics 770')] },
    speeds: { rating: 4500, ghz: 5.6, isa: 'avxvnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('2024 high', 'high', 'Intel(R) Core(TM) Ultra 7 265K', {
    ...{ cores: 20, threads: 20, memory: 32, graphics: [intel('Graphics'), nvidia('RTX 5070', 12227)] },
    speeds: { rating: 5000, ghz: 5.5, isa: 'avxvnni', peak: rates['ddr5-6000 ×2'] },
  }),
  computer('old server as a games PC', 'mid', 'Intel(R) Xeon(R) CPU E5-2670 v3 @ 2.30GHz', {
    ...{ cores: 12, threads: 24, memory: 64, graphics: [nvidia('RTX 3070', 8192)], platform: 'linux' },
    speeds: { rating: 1750, ghz: 3.1, isa: 'avx2', peak: rates['ddr4-2133 ×4'] },
  }),
  computer('workstation', 'high', 'Intel(R) Xeon(R) W-2145 CPU @ 3.70GHz', {
    ...{ cores: 8, threads: 16, memory: 64 },
    graphics: [{ vendor: 'NVIDIA', model: 'Quadro RTX 5000', vram: 16384 }],
    speeds: { rating: 2600, ghz: 4.5, isa: 'avx2', peak: rates['ddr4-2666 ×4'] },
  }),
  computer('2012 laptop', 'low', core('i5-3320M CPU @ 2.60GHz'), {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [intel('HD Graphics 4000')], laptop: 'mains' },
    speeds: { rating: 1600, ghz: 3.3, isa: 'scalar', peak: rates['ddr3-1600'] },
  }),
  computer('2015 cheap laptop', 'low', core('i3-5005U CPU @ 2.00GHz'), {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [intel('HD Graphics 5500')], laptop: 'mains' },
    speeds: { rating: 1050, ghz: 2, isa: 'avx2', peak: rates['ddr3-1600'] },
  }),
  computer('2015 laptop', 'mid', core('i7-6500U CPU @ 2.50GHz'), {
    ...{ cores: 2, threads: 4, memory: 8, graphics: [intel('HD Graphics 520')], laptop: 'mains' },
    speeds: { rating: 1750, ghz: 3.1, isa: 'avx2', peak: rates['ddr3-1600 ×2'] },
  }),
  computer('2016 laptop', 'mid', core('i5-7200U CPU @ 2.50GHz'), {
    ...{ cores: 2, threads: 4, memory: 8, graphics: [intel('HD Graphics 620')], laptop: 'mains' },
    speeds: { rating: 1700, ghz: 3.1, isa: 'avx2', peak: rates['ddr4-2133 ×2'] },
  }),
  computer('2016 fanless', 'low', core('m3-7Y30 CPU @ 1.00GHz'), {
    ...{ cores: 2, threads: 4, memory: 4, graphics: [intel('HD Graphics 615')], laptop: 'battery' },
    speeds: { rating: 1300, ghz: 2.2, isa: 'avx2', peak: rates['ddr3-1600'] },
  }),
  computer('2017 laptop', 'mid', core('i5-8250U CPU @ 1.60GHz'), {
    ...{ cores: 4, threads: 8, memory: 8, graphics: [intel('UHD Graphics 620')], laptop: 'mains' },
    speeds: { rating: 1900, ghz: 3.4, isa: 'avx2', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('2018 laptop on battery', 'mid', core('i7-8550U CPU @ 1.80GHz'), {
    ...{ cores: 4, threads: 8, memory: 16, graphics: [intel('UHD Graphics 620')], laptop: 'battery' },
    speeds: { rating: 2000, ghz: 3.7, isa: 'avx2', peak: rates['ddr4-2400 ×2'] },
  }),
  computer('2019 games laptop', 'mid', core('i7-9750H CPU @ 2.60GHz'), {
    ...{ cores: 6, threads: 12, memory: 16, laptop: 'mains' },
    graphics: [intel('UHD Graphics 630'), nvidia('GTX 1660 Ti', 6144)],
    speeds: { rating: 2450, ghz: 4.2, isa: 'avx2', peak: rates['ddr4-2666 ×2'] },
  }),
  computer('2020 laptop', 'mid', '11th Gen Intel(R) Core(TM) i5-1135G7 @ 2.40GHz', {
    ...{ cores: 4, threads: 8, memory: 16, graphics: [intel('Iris(R) Xe Graphics')], laptop: 'mains' },
    speeds: { rating: 2700, ghz: 4, isa: 'avx512vnni', peak: rates['ddr4-3200 ×2'] },
  }),
  computer('2022 laptop', 'mid', '12th Gen Intel(R) Core(TM) i7-1260P', {
    ...{ cores: 12, threads: 16, memory: 16, graphics: [intel('Iris(R) Xe Graphics')], laptop: 'mains' },
    speeds: { rating: 3300, ghz: 4.6, isa: 'avxvnni', peak: rates['lpddr5-6400 ×2'] },
  }),
  computer('2022 games laptop', 'high', '12th Gen Intel(R) Core(TM) i7-12700H', {
    ...{ cores: 14, threads: 20, memory: 16, laptop: 'mains' },
    graphics: [intel('Iris(R) Xe Graphics'), nvidia('RTX 3070 Ti Laptop GPU', 8192)],
    speeds: { rating: 3600, ghz: 4.6, isa: 'avxvnni', peak: rates['ddr5-4800'] },
  }),
  computer('the same on battery', 'mid', '12th Gen Intel(R) Core(TM) i7-12700H', {
    ...{ cores: 14, threads: 20, memory: 16, laptop: 'battery' },
    graphics: [intel('Iris(R) Xe Graphics'), nvidia('RTX 3070 Ti Laptop GPU', 8192)],
    speeds: { rating: 3000, ghz: 3.8, isa: 'avxvnni', peak: rates['ddr5-4800'] },
  }),
  computer('2023 games laptop', 'high', '13th Gen Intel(R) Core(TM) i9-13950HX', {
    ...{ cores: 24, threads: 32, memory: 32, laptop: 'mains' },
    graphics: [intel('UHD Graphics'), nvidia('RTX 4080 Laptop GPU', 12282)],
    speeds: { rating: 4100, ghz: 5.4, isa: 'avxvnni', peak: rates['ddr5-5600 ×2'] },
  }),
  computer('2023 thin laptop', 'mid', 'Intel(R) Core(TM) Ultra 7 155H', {
    ...{ cores: 16, threads: 22, memory: 16, graphics: [intel('Arc(TM) Graphics')], laptop: 'mains' },
    speeds: { rating: 3450, ghz: 4.6, isa: 'avxvnni', peak: rates['lpddr5-6400 ×2'] },
  }),
  computer('cheap laptop', 'low', 'Intel(R) Celeron(R) N4020 CPU @ 1.10GHz', {
    ...{ cores: 2, threads: 2, memory: 4, graphics: [intel('UHD Graphics 600')], laptop: 'mains' },
    speeds: { rating: 1100, ghz: 2.7, isa: 'scalar-slow', peak: rates['ddr4-2400'] },
  }),
  computer('mini PC without AVX', 'low', 'Intel(R) Celeron(R) N5095 @ 2.00GHz', {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [intel('UHD Graphics')] },
    speeds: { rating: 1500, ghz: 2.9, isa: 'scalar-slow', peak: rates['ddr4-2933 ×2'] },
  }),
  computer('mini PC', 'mid', 'Intel(R) N100', {
    ...{ cores: 4, threads: 4, memory: 8, graphics: [intel('UHD Graphics')] },
    speeds: { rating: 1950, ghz: 3.4, isa: 'avx2-narrow', peak: rates['ddr4-3200'] },
  }),
  computer('mini PC, 4 GB', 'low', 'Intel(R) N100', {
    ...{ cores: 4, threads: 4, memory: 4, graphics: [intel('UHD Graphics')], platform: 'linux' },
    speeds: { rating: 1950, ghz: 3.4, isa: 'avx2-narrow', peak: rates['ddr4-3200'] },
  }),
  computer('tablet', 'low', 'Intel(R) Atom(TM) x5-Z8350 CPU @ 1.44GHz', {
    ...{ cores: 4, threads: 4, memory: 2, graphics: [intel('HD Graphics')], laptop: 'battery' },
    speeds: { rating: 550, ghz: 1.8, isa: 'scalar-slow', peak: rates['ddr3-1600'] },
  }),
];
