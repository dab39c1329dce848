// Draws the charts whose data stand in the page. What each point says is written by the server, in the page's language.
import * as echarts from 'echarts/core';
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, CustomChart, LineChart, AriaComponent, GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const NARROW = 520;
const DASHES = { solid: 'solid', dashed: [7, 5], dotted: [2, 4] };
const language = document.documentElement.lang;
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axisNumber(spec) {
  const format = new Intl.NumberFormat(language, spec.unit === 'ratio'
    ? { style: 'percent', maximumFractionDigits: 0 }
    : { notation: 'compact', maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

/** @param end where the names of the lines stand, right of the last day, so that no line runs through them */
function line(series, narrow, end) {
  const tone = colour('--tone' + series.tone);
  return {
    type: 'line', name: series.name, data: series.values, connectNulls: false, z: 10 - series.tone,
    symbol: series.marker, symbolSize: 7, showSymbol: series.markers, smooth: 0.15,
    lineStyle: { color: tone, width: series.tone === 1 ? 3 : 2, type: DASHES[series.dash] },
    itemStyle: { color: tone },
    endLabel: { show: !narrow, formatter: series.name, color: tone, fontFamily: colour('--sans'), fontSize: 13, fontWeight: 600, distance: 8, verticalAlign: 'middle' },
    labelLayout: { x: end },
    emphasis: { disabled: true }
  };
}

function bar(series) {
  return {
    type: 'bar', name: series.name, data: series.values, barMaxWidth: 46, barCategoryGap: '28%',
    itemStyle: { color: colour('--tone' + series.tone), borderRadius: [3, 3, 0, 0] },
    label: { show: series.labels.length > 0, position: 'top', formatter: ({ dataIndex }) => series.labels[dataIndex], color: colour('--muted'), fontFamily: colour('--sans'), fontSize: 12 },
    labelLayout: { hideOverlap: true },
    emphasis: { disabled: true }
  };
}

/** The area between two lines, drawn as one shape. */
function band(spec) {
  return {
    type: 'custom', name: spec.band.name, silent: true, z: 1, data: [[0, 0]],
    renderItem(params, api) {
      const points = [];
      const back = [];
      spec.band.low.forEach((low, i) => {
        const high = spec.band.high[i];
        if (low === null || high === null) return;
        points.push(api.coord([i, high]));
        back.unshift(api.coord([i, low]));
      });
      return { type: 'polygon', shape: { points: points.concat(back) }, style: { fill: colour('--band') } };
    }
  };
}

function option(spec, width) {
  const narrow = width < NARROW;
  const text = { color: colour('--muted'), fontFamily: colour('--sans'), fontSize: 13 };
  const longest = narrow || spec.kind === 'bars' ? 0 : Math.max(...spec.series.map((one) => one.name.length));
  const right = narrow ? 14 : 18 + longest * 7.2;
  const drawn = spec.series.map((series) => (spec.kind === 'bars' ? bar(series) : line(series, narrow, width - right + 8)));
  const largest = spec.band ? Math.max(...spec.band.high.filter((value) => value !== null)) : null;
  return {
    animation: !still, animationDuration: 500, aria: { enabled: false },
    grid: { left: 6, right, top: 26, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', showContent: false, axisPointer: { type: spec.kind === 'bars' ? 'shadow' : 'line', animation: false, lineStyle: { color: colour('--edge'), width: 1.5, type: 'solid' }, shadowStyle: { color: colour('--band'), opacity: 0.6 } } },
    xAxis: {
      type: 'category', data: spec.categories, boundaryGap: spec.kind === 'bars',
      axisLine: { lineStyle: { color: colour('--edge') } }, axisTick: { show: false },
      axisLabel: { ...text, hideOverlap: true, interval: spec.kind === 'bars' && !narrow ? 0 : 'auto', showMaxLabel: spec.kind !== 'bars' || undefined }
    },
    yAxis: {
      type: 'value', min: 0, max: spec.unit === 'ratio' ? (range) => (range.max > 0.8 && range.max <= 1 ? 1 : null) : largest === null ? null : (range) => Math.ceil(Math.max(range.max, largest) / 10) * 10,
      name: spec.axis, nameTextStyle: { ...text, align: 'left', padding: [0, 0, 4, -6] },
      axisLabel: { ...text, formatter: axisNumber(spec) }, splitNumber: 4,
      splitLine: { lineStyle: { color: colour('--line') } }
    },
    series: spec.band ? [band(spec), ...drawn] : drawn
  };
}

const NAME_HEIGHT = 17;

/** Names of lines that end close together stand one below the other; the painter itself moves no name of a line. */
function apart(chart, spec, width) {
  const names = spec.series
    .map((series, i) => [i, [...series.values].reverse().find((value) => value !== null)])
    .filter(([, value]) => value !== undefined)
    .map(([i, value]) => ({ i, y: chart.convertToPixel({ yAxisIndex: 0 }, value) }))
    .sort((a, b) => a.y - b.y);
  names.forEach((name, i) => { if (i > 0) name.y = Math.max(name.y, names[i - 1].y + NAME_HEIGHT); });
  const floor = chart.convertToPixel({ yAxisIndex: 0 }, 0);
  names.reverse().forEach((name, i) => { name.y = Math.min(name.y, i === 0 ? floor : names[i - 1].y - NAME_HEIGHT); });
  const { series } = option(spec, width);
  const first = spec.band ? 1 : 0;
  chart.setOption({ series: series.map((one, i) => {
    const name = names.find((candidate) => candidate.i === i - first);
    return name ? { labelLayout: { ...one.labelLayout, y: name.y } } : {};
  }) });
}

const SVG = 'http://www.w3.org/2000/svg';

function drawnIn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function entry(name, tone, width, dash) {
  const one = document.createElement('li');
  const sample = drawnIn('svg', { width: 28, height: 12, viewBox: '0 0 28 12' });
  sample.append(drawnIn('line', { x1: 0, x2: 28, y1: 6, y2: 6, stroke: tone, 'stroke-width': width, 'stroke-dasharray': dash }));
  one.append(sample, name);
  return one;
}

/** Names of the lines above them, where there is no room beside them; whoever does not see them has the table. */
function key(spec, narrow) {
  if (!narrow || spec.kind === 'bars' || (spec.series.length < 2 && !spec.band)) return [];
  const entries = spec.series.map((one) => entry(
    one.name, colour('--tone' + one.tone), one.tone === 1 ? 3 : 2, one.dash === 'solid' ? 'none' : DASHES[one.dash].join(' ')
  ));
  return spec.band ? [...entries, entry(spec.band.name, colour('--band'), 12, 'none')] : entries;
}

function draw(figure) {
  const spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const plot = figure.querySelector('.plot');
  const reading = figure.querySelector('.reading');
  const first = reading.textContent;
  plot.classList.add('drawn');
  const names = document.createElement('ul');
  names.className = 'chart-key';
  names.setAttribute('aria-hidden', 'true');
  plot.before(names);
  const chart = echarts.init(plot, null, { renderer: 'svg' });
  const series = spec.band ? 1 : 0;
  let at = -1;
  const paint = () => {
    chart.setOption(option(spec, plot.clientWidth), true);
    names.replaceChildren(...key(spec, plot.clientWidth < NARROW));
    if (spec.kind !== 'bars' && plot.clientWidth >= NARROW) apart(chart, spec, plot.clientWidth);
  };
  const read = (index) => {
    at = Math.max(0, Math.min(spec.readings.length - 1, index));
    reading.textContent = spec.readings[at];
  };
  paint();
  plot.querySelector('svg')?.setAttribute('aria-hidden', 'true');
  chart.on('updateAxisPointer', (event) => {
    const axis = event.axesInfo && event.axesInfo[0];
    if (axis) read(axis.value);
  });
  plot.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: spec.readings.length - 1, PageUp: at - 10, PageDown: at + 10 };
    if (!(event.key in steps)) return;
    event.preventDefault();
    read(steps[event.key]);
    chart.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: at });
  });
  plot.addEventListener('blur', () => {
    chart.dispatchAction({ type: 'hideTip' });
    reading.textContent = first;
    at = -1;
  });
  let width = plot.clientWidth;
  new ResizeObserver(() => {
    if (plot.clientWidth !== width) {
      width = plot.clientWidth;
      chart.resize();
      paint();
    }
  }).observe(plot);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}

document.querySelectorAll('[data-chart]').forEach(draw);
