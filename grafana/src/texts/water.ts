import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '按 GB 3838 的断面类别，自上游到下游；定类项目、修订、优良率与目标。',
  'Classes of the sections by GB 3838, upstream to downstream; limiting items, corrections, good share against the target.',
];

export const GROUP_NOW: Words = ['断面', 'Sections'];
export const GROUP_ITEMS: Words = ['指标', 'Items'];
export const GROUP_SHARE: Words = ['优良率与修订', 'Good share and corrections'];

export const PANELS = {
  classes: [
    '断面类别（自上游到下游）',
    'Classes, upstream to downstream',
    '每行一个断面，支流在先，汇入的断面紧随其后。红色：劣Ⅴ类，沿上游断面找起点，并通知下游。',
    'A row for each section, tributaries first, the section they flow into right after them. Red is worse than class V: find upstream where it begins, and warn downstream.',
  ],
  now: [
    '断面最近一次',
    'Last report of sections',
    '类别、目标、定类项目、超标倍数。未达目标：查定类项目的来源；停运：联系运维。',
    'Class, target, limiting items, exceedance. A missed target: look for the source of the limiting items. Not running: call maintenance.',
  ],
  phosphorus: [
    '总磷',
    'Total phosphorus',
    '底色为河流类别限值。进入红色：劣Ⅴ类，启动上下游联动，排查磷化工与污水厂。',
    'Behind the curves are the limits for rivers. Into red, worse than class V: warn along the river, check phosphorus works and sewage plants.',
  ],
  ammonia: [
    '氨氮',
    'Ammonia nitrogen',
    '底色为类别限值。进入红色：排查污水溢流与养殖。',
    'Behind the curves are the limits of the classes. Into red: look for sewage overflows and farms.',
  ],
  rivers: [
    '河流',
    'Rivers',
    '各河流最近一次评价。优良率低于目标：看该河断面中最差的一个。',
    'Each river as last judged. Below the target: look at its worst section.',
  ],
  share: [
    '优良率与目标',
    'Good share against the target',
    '各城市Ⅰ至Ⅲ类断面占比；绿线以上达到 90% 目标。红色：低于 75%。',
    'Share of sections of class I to III by city; from the green limit on the target of 90 % is met. Red is below 75 %.',
  ],
  missed: [
    '未达目标的断面次',
    'Reports that miss their target',
    '所选时段未达各自目标类别的次数。红色：5 次及以上，列入督办。',
    'How often sections missed the class that is their target. Red, five times or more: follow it up with who is responsible.',
  ],
  corrections: [
    '修订',
    'Corrections',
    '被修订过的断面时次。红色：修订 3 次以上，请监测站复核该断面的数据审核流程。',
    'Section times that were corrected. Red, three times or more: ask the station how its data are checked.',
  ],
  revised: [
    '修订的观测数',
    'Corrected observations',
    '每小时到达的修订。持续升高：监测站在补审历史数据，结果会随之更新。',
    'Corrections as they arrive, per hour. A lasting rise: past data are being checked, and results follow.',
  ],
} satisfies Record<string, PanelWords>;

export const NOW_COLUMNS = {
  Time: ['时间', 'Time'],
  section_id: ['断面', 'Section'],
  class: ['类别', 'Class'],
  target_class: ['目标', 'Target'],
  meets_target: ['达标', 'Meets target'],
  limiting_items: ['定类项目', 'Limiting items'],
  exceedance_item: ['超标项目', 'Exceeding item'],
  exceedance_multiple: ['超标倍数', 'Multiple'],
  station_status: ['状态', 'Status'],
} satisfies Record<string, Words>;

export const RIVER_COLUMNS = {
  river: ['河流', 'River'],
  quality: ['水质状况', 'Quality'],
  good_share: ['优良率', 'Good share'],
  sections_classified: ['评价断面', 'Classified'],
  sections_expected: ['应有断面', 'Expected'],
} satisfies Record<string, Words>;

export const CORRECTION_COLUMNS = {
  Time: ['时间', 'Time'],
  section_id: ['断面', 'Section'],
  class: ['类别', 'Class'],
  revision: ['修订次数', 'Revision'],
} satisfies Record<string, Words>;

export const RIVER: Words = ['河流', 'River'];
export const SECTION: Words = ['断面', 'Section'];
export const YES: Words = ['达标', 'yes'];
export const NO: Words = ['未达标', 'no'];
export const REVISED: Words = ['修订', 'corrected'];

/** Qualities are written in Chinese by the standard. */
export const QUALITIES: Record<string, Words> = {
  优: ['优', 'Excellent'],
  良好: ['良好', 'Good'],
  轻度污染: ['轻度污染', 'Light pollution'],
  中度污染: ['中度污染', 'Moderate pollution'],
  重度污染: ['重度污染', 'Heavy pollution'],
};

export const STATUSES: Record<string, Words> = {
  normal: ['正常', 'normal'],
  maintenance: ['维护', 'maintenance'],
  not_running: ['停运', 'not running'],
};
