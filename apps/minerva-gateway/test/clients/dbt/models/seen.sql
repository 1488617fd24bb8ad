{{ config(materialized='incremental') }}
select flight, count(*) as n, max(passenger_id) as last_passenger
from {{ ref('late_flights') }}
{% if is_incremental() %} where passenger_id > (select max(last_passenger) from {{ this }}) {% endif %}
group by flight
