import java.sql.*;
import java.util.*;

/** What Metabase's driver for Trino sends through JDBC: how it finds tables and columns, and the expressions it writes for questions. Prints one line per check. */
public class MetabaseCalls {
    static Connection connection;

    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", args[2]);
        properties.setProperty("password", args[1]);
        properties.setProperty("source", "Metabase");
        properties.setProperty("SSL", "true");
        properties.setProperty("SSLVerification", "NONE");
        connection = DriverManager.getConnection(args[0] + "/crm", properties);
        connection.setReadOnly(true);

        ask("schemas", "SHOW SCHEMAS FROM \"crm\"");
        ask("schema", "SHOW SCHEMAS FROM \"crm\" LIKE 'public'");
        ask("tables", "SHOW TABLES FROM \"crm\".\"public\"");
        prepared("privilege", "SHOW TABLES FROM \"public\" LIKE 'passengers'");
        ask("fields", "DESCRIBE \"crm\".\"public\".\"passengers\"");
        ask("zone", "SELECT current_timezone() as \"time-zone\"");
        prepared("sample", "SELECT TRUE AS \"_\" FROM \"public\".\"passengers\" WHERE 1 <> 1 LIMIT 0");
        prepared("rows", "-- Metabase:: userID: 1 queryType: MBQL queryHash: 5d\nSELECT \"public\".\"passengers\".\"id\" AS \"id\", \"public\".\"passengers\".\"state\" AS \"state\" FROM \"public\".\"passengers\" WHERE \"public\".\"passengers\".\"name\" = ? LIMIT 2000", "P4");

        String seen = "\"public\".\"passengers\".\"seen\"", born = "\"public\".\"passengers\".\"birth_date\"";
        for (String unit : List.of("minute", "hour", "week", "month", "quarter", "year")) grouped(unit, "date_trunc('" + unit + "', " + seen + ")");
        grouped("day", "date(" + seen + ")");
        grouped("sunday", "date_add('day', -1, date_trunc('week', date_add('day', 1, " + seen + ")))");
        grouped("zoned", "date_trunc('month', " + seen + " AT TIME ZONE 'UTC')");
        for (String part : List.of("minute", "hour", "day", "day_of_year", "month", "quarter", "week")) grouped("of" + part, part + "(" + seen + ")");
        grouped("weekday", "CASE WHEN mod((day_of_week(" + seen + ") + 1), 7) = 0 THEN 7 ELSE mod((day_of_week(" + seen + ") + 1), 7) END");
        grouped("bin", "((floor(((\"public\".\"passengers\".\"spent\" - 0.0) / 2500.0)) * 2500.0) + 0.0)");
        prepared("since", count("date_trunc('month', " + born + ") >= date_trunc('month', date_add('month', -12, now()))"));
        prepared("offset", count(seen + " >= from_iso8601_timestamp(?)"), "2026-01-02T00:00:00Z");
        prepared("moment", count(seen + " < CAST(? AS timestamp with time zone)"), "2026-01-03 00:00:00.000Z");
        prepared("contains", count("lower(\"name\") LIKE ? AND (\"name\" <> ? OR \"name\" IS NULL)"), "%p49%", "P49");
        ask("apart", "SELECT date_diff('day', date(" + seen + " AT TIME ZONE 'UTC'), date(TIMESTAMP '2026-01-12 01:00:00' AT TIME ZONE 'UTC')), date_diff('hour', " + seen + ", " + seen + ") FROM passengers LIMIT 1".replace("passengers", "\"public\".\"passengers\""));
        ask("measures", "SELECT count(*), count(DISTINCT \"state\"), sum(\"id\"), min(\"id\"), max(\"id\"), approx_percentile(\"id\", 0.5), sum(CASE WHEN \"state\" = 'CA' THEN 1.00 ELSE 0.0 END), stddev_pop(\"id\") > 1 FROM \"public\".\"passengers\" WHERE \"id\" <= 9");
        ask("numbers", "SELECT log10(100), power(2, 3), sqrt(9), mod(7, 3), CAST(7 AS double) / NULLIF(2, 0), regexp_extract('a-42', '[0-9]+'), substring('abc', 1, 2), from_unixtime(0, 'UTC') AT TIME ZONE 'UTC'");
        ask("page", "SELECT \"id\", \"name\" FROM (SELECT \"id\", \"name\", row_number() OVER (ORDER BY \"id\" ASC) AS \"__rownum__\" FROM \"public\".\"passengers\" ORDER BY \"id\" ASC) WHERE \"__rownum__\" > 10 LIMIT 1");
        ask("nested", "SELECT \"source\".\"state\" AS \"state\", \"source\".\"count\" AS \"count\" FROM (SELECT \"public\".\"passengers\".\"state\" AS \"state\", count(*) AS \"count\" FROM \"public\".\"passengers\" GROUP BY \"public\".\"passengers\".\"state\") AS \"source\" WHERE \"source\".\"count\" > 1 ORDER BY \"source\".\"state\" ASC LIMIT 1");
        ask("elsewhere", "SELECT date_trunc('month', " + seen + " AT TIME ZONE 'US/Pacific') FROM \"public\".\"passengers\" WHERE \"id\" = 2");
    }

    static String count(String where) {
        return "SELECT count(*) AS \"count\" FROM \"public\".\"passengers\" WHERE " + where;
    }

    static void grouped(String name, String by) throws Exception {
        prepared(name, "SELECT " + by + " AS \"by\", count(*) AS \"count\" FROM \"public\".\"passengers\" WHERE \"public\".\"passengers\".\"id\" < 10 GROUP BY " + by + " ORDER BY " + by + " ASC");
    }

    static void ask(String name, String sql) {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            print(name, rows);
        } catch (SQLException error) {
            System.out.println(name + "=" + error.getErrorCode() + " " + error.getMessage().replaceAll("^.*?: ", ""));
        }
    }

    static void prepared(String name, String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            for (int index = 0; index < values.length; index += 1) statement.setString(index + 1, values[index]);
            statement.setMaxRows(2000);
            try (ResultSet rows = statement.executeQuery()) {
                print(name, rows);
            }
        } catch (SQLException error) {
            System.out.println(name + "=" + error.getErrorCode() + " " + error.getMessage().replaceAll("^.*?: ", ""));
        }
    }

    static void print(String name, ResultSet rows) throws SQLException {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column += 1) row.add(rows.getString(column));
            found.add(String.join(" ", row).strip());
        }
        System.out.println(name + "=" + String.join(", ", found));
    }
}
