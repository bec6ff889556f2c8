import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '按 HJ 633 的小时与日指数、首要污染物、综合指数与排名、数据完整率。',
  'Hourly and daily index by HJ 633, primary pollutants, composite index and ranking, completeness.',
];

export const GROUP_HOURS: Words = ['小时', 'Hours'];
export const GROUP_DAYS: Words = ['日与月', 'Days and month'];
export const GROUP_STATIONS: Words = ['站点', 'Stations'];

export const PANELS = {
  cityHours: [
    '城市小时 AQI',
    'AQI of cities by hour',
    '底色为 HJ 633 级别。进入红色：会商，按应急预案发布；先确认不是单个站点异常。',
    'Behind the curves are the levels of HJ 633. Into red: follow the plan for heavy pollution, after a look whether it is one station alone.',
  ],
  pollutants: [
    '首要污染物',
    'Primary pollutant',
    'AQI 大于 50 时的首要污染物。臭氧：管控 VOCs 与氮氧化物；颗粒物：管控扬尘、机动车与燃烧源。',
    'What made the index, above 50. Ozone: act on solvents and nitrogen oxides; particles: on dust, traffic and burning.',
  ],
  cityDays: [
    '城市日 AQI',
    'AQI of cities by day',
    '日报。红色：当日为中度污染以上；有效小时不足时不评价。',
    'The daily report. Red: moderate pollution or worse that day. A day with too few hours has no index.',
  ],
  index: [
    '综合指数与排名（月初至今）',
    'Composite index and rank, month to date',
    '六项浓度与年限值之比的和，越小越好。排名下滑：看哪一项的分指数最大。',
    'Sum of the six concentrations over their limits, the smaller the better. When the rank falls, look at the largest part.',
  ],
  completeness: [
    '数据完整率',
    'Completeness',
    '有数据的站点占应有站点。红色：低于 75%，联系站点运维，查“数据管道”。',
    'Stations with data of those that are registered. Red, below 75 %: call maintenance and look at Pipeline.',
  ],
  stationHours: [
    '站点级别',
    'Level of stations',
    '每个站点的小时级别。一站独红：去现场核对仪器和周边污染源。',
    'Level of each station by hour. One red among green ones: check its instruments and what is around it.',
  ],
  stationDays: [
    '站点日 AQI',
    'AQI of stations by day',
    '各站点日报。红色站点：列入次日重点巡查。',
    'Daily report of each station. Put the red ones on the next day\'s round.',
  ],
  stationNow: [
    '站点最近一小时',
    'Last hour of stations',
    '浓度、指数、缺项。红色：对照城市均值；有缺项：联系运维。',
    'Concentrations, index, missing items. Red: compare with the city. With items missing: call maintenance.',
  ],
} satisfies Record<string, PanelWords>;

export const DAY_COLUMNS = {
  Time: ['日期', 'Day'],
  city_code: ['城市', 'City'],
  aqi: ['AQI', 'AQI'],
  aqi_level: ['级别', 'Level'],
  primary_pollutants: ['首要污染物', 'Primary pollutant'],
  hours_valid: ['有效小时', 'Valid hours'],
} satisfies Record<string, Words>;

export const STATION_DAY_COLUMNS = {
  Time: ['日期', 'Day'],
  station_id: ['站点', 'Station'],
  aqi: ['AQI', 'AQI'],
  aqi_level: ['级别', 'Level'],
  primary_pollutants: ['首要污染物', 'Primary pollutant'],
  hours_valid: ['有效小时', 'Valid hours'],
} satisfies Record<string, Words>;

export const INDEX_COLUMNS = {
  city_code: ['城市', 'City'],
  rank: ['排名', 'Rank'],
  composite_index: ['综合指数', 'Composite index'],
  index_so2: ['SO₂', 'SO₂'],
  index_no2: ['NO₂', 'NO₂'],
  index_pm10: ['PM10', 'PM10'],
  index_co: ['CO', 'CO'],
  index_o3: ['O₃', 'O₃'],
  index_pm2_5: ['PM2.5', 'PM2.5'],
  days_valid: ['有效天数', 'Valid days'],
} satisfies Record<string, Words>;

export const STATION_COLUMNS = {
  Time: ['时间', 'Time'],
  station_id: ['站点', 'Station'],
  aqi: ['AQI', 'AQI'],
  aqi_level: ['级别', 'Level'],
  pm2_5: ['PM2.5', 'PM2.5'],
  pm10: ['PM10', 'PM10'],
  o3: ['O₃', 'O₃'],
  no2: ['NO₂', 'NO₂'],
  so2: ['SO₂', 'SO₂'],
  co: ['CO (mg/m³)', 'CO (mg/m³)'],
  missing: ['缺项', 'Missing'],
} satisfies Record<string, Words>;

export const STATION: Words = ['站点', 'Station'];
