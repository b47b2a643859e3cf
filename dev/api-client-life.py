"""The whole life of a workflow by a client that was made from the server's document; see dev/api-client."""

import sys
import time

import openapi_client as made

address, token_file = sys.argv[1:]
with open(token_file, encoding="ascii") as file:
    token = file.read().strip()
client = made.ApiClient(made.Configuration(host=address, access_token=token))
workflows, runs, deployments = made.WorkflowsApi(client), made.RunsApi(client), made.DeploymentsApi(client)


def workflow(value):
    return {
        "format": 1,
        "id": "adds",
        "name": f"Adds {value}",
        "nodes": {
            "start": {"type": "trigger.manual", "version": 1, "name": "Start"},
            "set": {
                "type": "data.editFields",
                "version": 1,
                "name": "Set",
                "parameters": {"fields": [{"name": "sum", "value": "={{ $json.n + %d }}" % value}]},
            },
        },
        "connections": ["start -> set"],
    }


def ended(run):
    for _ in range(300):
        view = runs.get_run(str(run))
        if view.status != "running":
            return view
        time.sleep(0.1)
    raise AssertionError(f"run {run} does not end")


def start(n, key):
    return runs.start_run(made.StartRunRequest(workflow="adds", input=[{"n": n}]), idempotency_key=key).run


assert workflows.put_workflow("adds", workflow(1)).problems == []
assert workflows.make_live("adds", made.MakeLiveRequest(version="draft")).live == 1
first = start(41, "one")
assert start(41, "one") == first, "the same key is the same run"
assert ended(first).status == "succeeded"
assert runs.get_items(str(first), "set").items[0]["json"] == {"n": 41, "sum": 42}
document = {"kind": "workflow", "path": "adds.workflow.json", "content": workflow(2)}
bundle = made.Bundle(documents=[document])
preview = deployments.preview_deployment(bundle)
assert preview.deployable and preview.documents[0].change == "changed"
number = deployments.deploy(bundle).deployment
assert ended(start(41, "two")).status == "succeeded"
deployments.roll_back_deployment(str(number))
assert workflows.get_workflow("adds").live == 1
assert workflows.compare_versions("adds", var_from="1", to="2").count == 2
assert [each.number for each in workflows.list_versions("adds").versions] == [2, 1]
workflows.delete_workflow("adds")
try:
    workflows.get_workflow("adds")
    raise AssertionError("it is still there")
except made.exceptions.NotFoundException as gone:
    assert "adds" in gone.body
print("the generated client lives the life of a workflow")
