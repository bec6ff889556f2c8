import { PanelWords, Words } from '../language';

export const DESCRIPTION: Words = [
  '大屏：今日客流、跨城出行、空气、水和预警，三米外可读。',
  'The wall screen: ridership, journeys between the cities, air, water and alerts, to be read from three metres.',
];

export const GROUP_NOW: Words = ['现在', 'Now'];
export const GROUP_PLACES: Words = ['各城市与点位', 'Cities and places'];

export const PANELS = {
  ridership: [
    '今日进站',
    'Entries today',
    '所选时段的进站总数，以及上周同一时段。两者相差一半以上时，先看“数据管道”的数据源有没有中断，再看“公共交通”是哪个城市、哪条线。',
    'Entries of the time on show, and of the same span a week before. Where they differ by half, look in Pipeline whether a feed has stopped, then in Transit which city and route it is.',
  ],
  crossCity: [
    '跨城出行',
    'Journeys between cities',
    '在一个城市进站、在另一个城市出站的人次。突然变为零时，检查城际线路（S3 线）和交易数据。',
    'Journeys that begin in one city and end in another. When it falls to nothing, check the lines between the cities (S3) and the feed of taps.',
  ],
  roaming: [
    '异地卡刷卡',
    'Taps with cards from elsewhere',
    '在发卡城市之外的刷卡次数。长时间为零，说明发卡城市字段可能缺失。',
    'Taps outside the city that issued the card. Nothing for long means that the issuer may be missing in the feed.',
  ],
  goodWater: [
    '水质优良率',
    'Good water',
    'Ⅰ至Ⅲ类断面占比的最新值。红色：低于 75%，到“水环境质量”看是哪条河、哪项指标。',
    'Share of sections of class I to III, last value. Red, below 75 %: look in Water which river and item it is.',
  ],
  alerts: [
    '当前预警',
    'Alerts going on',
    '正在持续的预警数，按级别。有红色或橙色时，到“预警”看内容并确认。',
    'Alerts that go on, by severity. With red or orange ones, open Alerts, read them and acknowledge.',
  ],
  aqi: [
    '空气质量指数',
    'AQI',
    '各城市最近一小时的空气质量指数，颜色按 HJ 633。红色及以上：核对站点数据，按应急预案会商。',
    'AQI of each city in its last hour, in the colours of HJ 633. Red and beyond: check the stations and follow the plan for heavy pollution.',
  ],
  places: [
    '站点与断面',
    'Stations and sections',
    '按经纬度绘制，重叠处略有移开：细框为空气站（AQI 颜色），粗框为水质断面（类别颜色），灰色为无数据。变红的点位，到“空气质量”或“水环境质量”看详情；变灰的，联系运维。',
    'Drawn by coordinates, moved apart a little: thin frames are air stations in the colour of their AQI, thick frames sections in that of their class, grey is no data. Red ones: see Air or Water. Grey ones: call maintenance.',
  ],
  ranking: [
    '空气质量排名',
    'Air ranking',
    '各城市最近一小时，指数小者在前。红色：看首要污染物，判断是本地排放还是区域输送。',
    'Cities by their last hour, the cleanest first. Red: the primary pollutant tells whether to look at local sources or at transport from outside.',
  ],
  curve: [
    '逐时进站',
    'Entries per hour',
    '所选城市每小时进站数，与一周前同一时刻比较（需要支持时间比较的 Grafana）。曲线中断：看“数据管道”。',
    'Entries of the chosen cities per hour, compared with a week before (by a Grafana that can compare times). Where the curve breaks off, look at Pipeline.',
  ],
} satisfies Record<string, PanelWords>;

export const COLUMNS = {
  city_code: ['城市', 'City'],
  aqi: ['AQI', 'AQI'],
  aqi_level: ['级别', 'Level'],
  pm2_5: ['PM2.5 (µg/m³)', 'PM2.5 (µg/m³)'],
  primary_pollutants: ['首要污染物', 'Primary pollutant'],
} satisfies Record<string, Words>;

export const TODAY: Words = ['本时段', 'Now'];
export const WEEK_BEFORE: Words = ['上周同时段', 'A week before'];
