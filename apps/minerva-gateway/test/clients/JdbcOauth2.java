import java.sql.DriverManager;

/** Signs in by the driver's external authentication; it prints where to go. */
public class JdbcOauth2 {
    public static void main(String[] args) throws Exception {
        try (var connection = DriverManager.getConnection(args[0]); var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT 1, current_user")) {
            rows.next();
            System.out.println(rows.getInt(1) + " " + rows.getString(2));
        }
    }
}
