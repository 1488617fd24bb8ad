{{ config(materialized='table') }}
select flight, passenger_id, delay, cast(delay as decimal(10, 2)) / 60 as hours
from flights.air.flights
where delay > 30
