-- Which stops gain riders on days with an AQI above 150, compared with the days without?
-- Entries of a stop per day, on the city's polluted days and on its others; a day without an entry counts as 0.
WITH days AS (
  SELECT run, city_code, CAST(time AS DATE) AS day, aqi > 150 AS polluted
  FROM air_city_1d
  WHERE aqi IS NOT NULL AND NOT partial
), kinds AS (
  SELECT run, city_code,
    count(*) FILTER (polluted) AS polluted_days,
    count(*) FILTER (NOT polluted) AS other_days
  FROM days
  GROUP BY ALL
), entries AS (
  SELECT run, city_code, stop_id,
    sum(total_entries) FILTER (polluted) AS polluted,
    sum(total_entries) FILTER (NOT polluted) AS other
  FROM days JOIN transit_stop_1m AS stop USING (run, city_code)
  WHERE day = CAST(stop.time AS DATE)
  GROUP BY ALL
)
SELECT run, city_code, stop_id, polluted_days, other_days,
  round(coalesce(polluted, 0) / polluted_days, 1) AS entries_on_polluted_days,
  round(coalesce(other, 0) / other_days, 1) AS entries_on_other_days,
  round(coalesce(polluted, 0) / polluted_days - coalesce(other, 0) / other_days, 1) AS gain
FROM entries JOIN kinds USING (run, city_code)
WHERE polluted_days > 0 AND other_days > 0 AND gain > 0
ORDER BY gain DESC, stop_id;
