import com.google.gson.Gson;
import dataos.ApiClient;
import dataos.ApiException;
import dataos.api.HeimdallApi;
import dataos.api.ResourcesApi;
import dataos.api.TrinoApi;
import dataos.model.TrinoResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small journey by the client that openapi-generator made of the document, as anybody's program would: java Journey URL OPERATOR ANALYST */
public final class Journey {
  private static final String QUESTION = "SELECT passenger_id, email FROM crm.public.passengers WHERE passenger_id < 20 ORDER BY passenger_id";

  public static void main(String[] args) throws ApiException {
    ApiClient operator = connect(args[0], args[1]);
    HeimdallApi heimdall = new HeimdallApi(operator);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("answers", List.of(ask(operator), ask(connect(args[0], args[2]))));
    told.put("users", heimdall.heimdallListUsers(null, null).stream().map(user -> user.getId()).toList());
    told.put("policies", heimdall.heimdallListPolicies(null).stream().map(policy -> policy.getName()).toList());
    told.put("resources", new ResourcesApi(operator).porosListResources("bundle").stream().map(resource -> resource.getName()).toList());
    try {
      new HeimdallApi(connect(args[0], "made-up")).heimdallListUsers(null, null);
    } catch (ApiException problem) {
      told.put("nobody", Map.of("status", problem.getCode(), "code", new Gson().fromJson(problem.getResponseBody(), Map.class).get("code")));
    }
    System.out.println(new Gson().toJson(told));
    System.exit(0);
  }

  private static ApiClient connect(String url, String key) {
    ApiClient client = new ApiClient();
    client.setBasePath(url);
    client.setApiKey(key);
    return client;
  }

  private static Map<String, Object> ask(ApiClient client) throws ApiException {
    TrinoApi trino = new TrinoApi(client);
    List<List<Object>> rows = new ArrayList<>();
    TrinoResults page = trino.minervaGatewaySubmit(QUESTION);
    while (true) {
      if (page.getError() != null) return Map.of("error", page.getError().getMessage());
      if (page.getData() != null) rows.addAll(page.getData());
      if (page.getNextUri() == null) return Map.of("rows", rows);
      String[] path = page.getNextUri().split("/v1/statement/")[1].split("/");
      page = path[0].equals("queued") ? trino.minervaGatewayQueuedPage(path[1], path[2], path[3]) : trino.minervaGatewayPage(path[1], path[2], path[3]);
    }
  }
}
