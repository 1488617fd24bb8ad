import java.sql.*;
import java.util.*;

/** What BI tools do with Trino's JDBC driver. Prints one line per check. */
public class JdbcClient {
    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("user", args[2]);
        properties.setProperty("explicitPrepare", args[3]);
        properties.setProperty("password", args[1]);
        properties.setProperty("SSL", "true");
        properties.setProperty("SSLVerification", "NONE");
        try (Connection connection = DriverManager.getConnection(args[0] + "/crm/public", properties)) {
            DatabaseMetaData data = connection.getMetaData();
            print("product", data.getDatabaseProductVersion());
            print("catalogs", column(data.getCatalogs(), 1));
            print("schemas", column(data.getSchemas("crm", "pub%"), 1));
            print("tables", column(data.getTables("crm", "public", "pass%", new String[] {"TABLE", "VIEW"}), 3));
            print("tabletypes", column(data.getTableTypes(), 1));
            ResultSet columns = data.getColumns("crm", "public", "passengers", "%");
            List<String> found = new ArrayList<>();
            while (columns.next()) found.add(columns.getString("COLUMN_NAME") + ":" + columns.getInt("DATA_TYPE") + ":" + columns.getInt("COLUMN_SIZE"));
            print("columns", String.join(" ", found));
            print("keys", column(data.getPrimaryKeys("crm", "public", "passengers"), 4));
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT id, name, birth_date, spent, score, active, seen FROM passengers WHERE id = 2")) {
                rows.next();
                print("types", rows.getLong(1) + " " + rows.getString(2) + " " + rows.getDate(3) + " " + rows.getBigDecimal(4) + " " + rows.getBoolean(6) + " " + rows.getTimestamp(7, Calendar.getInstance(TimeZone.getTimeZone("UTC"))).toInstant());
                print("meta", rows.getMetaData().getColumnTypeName(4) + " " + rows.getMetaData().getPrecision(4) + " " + rows.getMetaData().getScale(4));
            }
            try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM passengers WHERE id = ? AND name = ?")) {
                statement.setLong(1, 4);
                statement.setString(2, "P4");
                print("prepared", column(statement.executeQuery(), 1));
            }
            try (PreparedStatement statement = connection.prepareStatement("SHOW TABLES FROM crm.public LIKE 'pass%'"); ResultSet rows = statement.executeQuery()) {
                print("preparedshow", column(rows, 1));
            }
            try (PreparedStatement statement = connection.prepareStatement("SELECT id, spent FROM passengers WHERE id = ?")) {
                print("output", statement.getMetaData() == null ? "none" : statement.getMetaData().getColumnName(2) + " " + statement.getMetaData().getColumnTypeName(2));
            }
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT p.id FROM passengers p CROSS JOIN flights.air.flights f WHERE p.id <= 100")) {
                int count = 0;
                while (rows.next()) count++;
                print("streamed", String.valueOf(count));
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT * FROM nothing_here");
            } catch (SQLException error) {
                print("error", error.getErrorCode() + " " + error.getMessage().replaceAll(".*: (Table .*)", "$1"));
            }
            connection.setCatalog("flights");
            connection.setSchema("air");
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                print("transaction", column(statement.executeQuery("SELECT count(*) FROM flights"), 1));
            }
            connection.commit();
        }
    }

    private static String column(ResultSet rows, int index) throws SQLException {
        List<String> values = new ArrayList<>();
        while (rows.next()) values.add(rows.getString(index));
        return String.join(" ", values);
    }

    private static void print(String name, String value) {
        System.out.println(name + "=" + value);
    }
}
