{{ config(materialized='view') }}
select a.name, count(*) as flights, max(l.hours) as longest
from {{ ref('late_flights') }} l
join {{ ref('airports') }} a on a.origin = l.flight
group by a.name
