/** What all dashboards have in common: variables, links, annotations, the grid. */
import * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import { DATASOURCE, EventsBuilder, IN_TIME, where } from './influxql';
import { Language, LANGUAGES, say, Words } from './language';
import { Sized } from './panels';
import { regionId, regionName, timeZone } from './registry';
import { colours, SEVERITIES, Severity } from './style';

export type Name = 'region' | 'transit' | 'air' | 'water' | 'alerts' | 'pipeline';

export const TITLES: Record<Name, Words> = {
  region: ['都市圈总览', 'Region'],
  transit: ['公共交通', 'Transit'],
  air: ['空气质量', 'Air'],
  water: ['水环境质量', 'Water'],
  alerts: ['预警', 'Alerts'],
  pipeline: ['数据管道', 'Pipeline'],
};

const LANGUAGE_NAMES: Record<Language, string> = { zh: '中文', en: 'English' };

const TAG = 'tongcheng';

export interface Group {
  title: Words;
  panels: Sized[];
}

export interface Content {
  name: Name;
  description: Words;
  variables: dashboard.QueryVariableBuilder[];
  groups: Group[];
  refresh: string;
}

export function uid(name: Name, language: Language): string {
  return `tongcheng-${name}-${language}`;
}

export function assemble(content: Content, language: Language): dashboard.Dashboard {
  const builder = new dashboard.DashboardBuilder(say(TITLES[content.name], language))
    .uid(uid(content.name, language))
    .description(say(content.description, language))
    .tags([TAG, language])
    .timezone(timeZone)
    .readonly()
    .tooltip(dashboard.DashboardCursorSync.Crosshair)
    .time({ from: 'now/d', to: 'now' })
    .refresh(content.refresh)
    .variables([datasource(language), region(language), ...content.variables])
    .annotations(SEVERITIES.map((severity) => transitions(severity, language)))
    .links(links(content.name, language));
  place(builder, content.groups, language);
  return builder.build();
}

/** Left to right, then down; a panel that does not fit begins a new row, a group a new row with its title. */
function place(builder: dashboard.DashboardBuilder, groups: Group[], language: Language): void {
  let id = 1;
  let top = 0;
  for (const group of groups) {
    const heading = new dashboard.RowBuilder(say(group.title, language)).id(id++).gridPos({ x: 0, y: top, w: 24, h: 1 });
    builder.withRow(heading);
    top += 1;
    let left = 0;
    let height = 0;
    for (const panel of group.panels) {
      const [w, h] = panel.size;
      if (left + w > 24) {
        top += height;
        left = 0;
        height = 0;
      }
      builder.withPanel(panel.at(id++, { x: left, y: top, w, h }));
      left += w;
      height = Math.max(height, h);
    }
    top += height;
  }
}

function datasource(language: Language): dashboard.DatasourceVariableBuilder {
  return new dashboard.DatasourceVariableBuilder('datasource')
    .label(say(['数据源', 'Data source'], language))
    .type('influxdb');
}

function region(language: Language): dashboard.QueryVariableBuilder {
  return new dashboard.QueryVariableBuilder('region')
    .label(say(['都市圈', 'Region'], language))
    .description(regionName(language))
    .datasource(DATASOURCE)
    .query('SHOW TAG VALUES FROM "region_1h" WITH KEY = "region_id"')
    .refresh(dashboard.VariableRefresh.OnDashboardLoad)
    .current({ text: regionId, value: regionId });
}

/** Several values of a tag may be chosen, or all of them. */
export function several(name: string, label: Words, query: string, language: Language): dashboard.QueryVariableBuilder {
  return new dashboard.QueryVariableBuilder(name)
    .label(say(label, language))
    .datasource(DATASOURCE)
    .query(query)
    .definition(query)
    .refresh(dashboard.VariableRefresh.OnTimeRangeChanged)
    .sort(dashboard.VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue('.*')
    .current({ text: [say(['全部', 'All'], language)], value: ['$__all'] });
}

export function cities(measurement: string, language: Language): dashboard.QueryVariableBuilder {
  return several('city', ['城市', 'City'], `SHOW TAG VALUES FROM "${measurement}" WITH KEY = "city_code"`, language);
}

/** Alert transitions, in the colour of the severity that the alert has then; each severity can be switched off. */
function transitions(severity: Severity, language: Language): dashboard.AnnotationQueryBuilder {
  const names: Record<Severity, Words> = {
    red: ['红色预警', 'Red alerts'],
    orange: ['橙色预警', 'Orange alerts'],
    yellow: ['黄色预警', 'Yellow alerts'],
    blue: ['蓝色预警', 'Blue alerts'],
  };
  const text = `title_${language}`;
  const query =
    `SELECT "${text}", "state", "rule_id" FROM "alert" ` +
    `${where(IN_TIME, `"severity" = '${severity}'`)} ORDER BY time DESC LIMIT 500`;
  return new dashboard.AnnotationQueryBuilder()
    .name(say(names[severity], language))
    .datasource(DATASOURCE)
    .enable(true)
    .iconColor(colours.severity[severity])
    .target(new EventsBuilder(severity, query, text));
}

/** To the other five, and to this one in the other language. */
function links(name: Name, language: Language): dashboard.DashboardLinkBuilder[] {
  const others = (Object.keys(TITLES) as Name[]).filter((other) => other !== name);
  const toOthers = others.map((other) => link(say(TITLES[other], language), uid(other, language)));
  const toLanguages = LANGUAGES.filter((other) => other !== language);
  return [...toOthers, ...toLanguages.map((other) => link(LANGUAGE_NAMES[other], uid(name, other)))];
}

function link(title: string, target: string): dashboard.DashboardLinkBuilder {
  return new dashboard.DashboardLinkBuilder(title)
    .type(dashboard.DashboardLinkType.Link)
    .url(`/d/${target}`)
    .keepTime(true)
    .includeVars(true);
}

