using System.Globalization;
using System.Net;
using System.Text.Json;
using Confluence.Sandbox.Tests.Pages;

namespace Confluence.Sandbox.Tests.Details;

public sealed class TaskTests : WritingTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(250)]
    public async Task The_tasks_of_the_site_are_those_of_the_truth(int limit)
    {
        List<JsonElement> tasks = await Session.WalkAsync($"/wiki/api/v2/tasks?limit={limit}");

        Assert.Equal(All(), tasks.Select(Read));
        Assert.True(tasks.Count > 60, $"{tasks.Count} tasks are too few to prove anything.");
    }

    [Fact]
    public async Task Tasks_stand_in_the_body_of_their_page()
    {
        foreach (string page in Session.Truth.PageIds)
        {
            string body = Session.Truth.PageStorageBody(page);
            List<JsonElement> tasks = await Session.WalkAsync($"/wiki/api/v2/tasks?page-id={page}&body-format=storage&limit=2");
            Assert.Equal(body.Split("<ac:task>").Length - 1, tasks.Count);
            foreach (JsonElement task in tasks)
            {
                string inside = task.GetProperty("body").GetProperty("storage").GetProperty("value").GetString() ?? "";
                Assert.Contains(inside["<p>".Length..^"</p>".Length], body, StringComparison.Ordinal);
                Assert.Contains($"<ac:task-id>{task.GetProperty("localId").GetString()}</ac:task-id>", body, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Filters_hold_for_all_that_is_listed_and_for_nothing_else()
    {
        SandboxTask[] all = [.. All()];
        SandboxTask one = all.First(static task => task is { IsComplete: true, DueAt: not null });
        SandboxTask onPost = all.First(task => Session.Truth.BlogPostIds.Contains(task.ContentId));
        HashSet<string> inSpace = [.. Session.Truth.PageIdsInSpace(Session.Truth.SpaceKeys.First()), .. Session.Truth.BlogPostIdsInSpace(Session.Truth.SpaceKeys.First())];

        await AssertListedAsync("status=complete", static task => task.IsComplete);
        await AssertListedAsync("status=incomplete", static task => !task.IsComplete);
        await AssertListedAsync($"task-id={one.Id}&task-id={all[0].Id}", task => task.Id == one.Id || task.Id == all[0].Id);
        await AssertListedAsync($"space-id={Space}", task => inSpace.Contains(task.ContentId));
        await AssertListedAsync($"page-id={one.ContentId}", task => task.ContentId == one.ContentId);
        await AssertListedAsync($"blogpost-id={onPost.ContentId}", task => task.ContentId == onPost.ContentId);
        await AssertListedAsync($"page-id={onPost.ContentId}", static _ => false);
        await AssertListedAsync($"page-id={one.ContentId}&blogpost-id={onPost.ContentId}", task => task.ContentId == one.ContentId || task.ContentId == onPost.ContentId);
        await AssertListedAsync($"created-by={one.CreatedBy}", task => task.CreatedBy == one.CreatedBy);
        await AssertListedAsync($"assigned-to={one.AssignedTo}", task => task.AssignedTo == one.AssignedTo);
        await AssertListedAsync($"completed-by={one.CompletedBy}", task => task.CompletedBy == one.CompletedBy);
        await AssertListedAsync($"created-at-from={Milliseconds(one.CreatedAt)}", task => task.CreatedAt >= one.CreatedAt);
        await AssertListedAsync($"created-at-to={Milliseconds(one.CreatedAt)}", task => task.CreatedAt <= one.CreatedAt);
        await AssertListedAsync($"due-at-from={Milliseconds(one.DueAt)}&due-at-to={Milliseconds(one.DueAt)}", task => task.DueAt == one.DueAt);
        await AssertListedAsync($"completed-at-to={Milliseconds(one.CompletedAt)}", task => task.CompletedAt <= one.CompletedAt);

        async Task AssertListedAsync(string query, Func<SandboxTask, bool> expected) =>
            Assert.Equal(Ids(all.Where(expected)), Ids((await Session.WalkAsync($"/wiki/api/v2/tasks?limit=4&{query}")).Select(Read)));
    }

    [Fact]
    public async Task A_task_is_completed_by_the_caller_and_reopened()
    {
        SandboxTask open = All().First(static task => !task.IsComplete);
        string path = "/wiki/api/v2/tasks/" + open.Id;

        Answer completed = await Session.SendAsync(HttpMethod.Put, path, """{"status":"complete"}""");

        Assert.Equal(HttpStatusCode.OK, completed.Status);
        Assert.Equal(open with { IsComplete = true, CompletedBy = Session.Truth.CallerAccountId, CompletedAt = FixedClock.Now, UpdatedAt = FixedClock.Now }, Read(completed.Json));
        Assert.Equal(completed.Text, await Session.GetTextAsync(path));
        Answer reopened = await Session.SendAsync(HttpMethod.Put, path, """{"status":"incomplete"}""");
        Assert.Equal(open with { UpdatedAt = FixedClock.Now }, Read(reopened.Json));
    }

    [Fact]
    public async Task Tasks_of_a_written_body_are_found_keep_their_ids_and_follow_the_body()
    {
        string person = Session.Truth.AccountIds.ElementAt(2);
        string mention = $"<ac:link><ri:user ri:account-id=\"{person}\" /></ac:link>";
        string page = Id(await Session.CreatePageAsync(Space, "To do", value: List(("9", "incomplete", mention + " write <time datetime=\"2026-06-01\" />"), ("10", "complete", "read"))));

        SandboxTask[] written = [.. Session.Truth.Tasks(page)];
        Assert.Equal([person, null], written.Select(static task => task.AssignedTo));
        Assert.Equal([false, true], written.Select(static task => task.IsComplete));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), written[0].DueAt);
        Assert.Equal(Ids(written), Ids((await Session.WalkAsync("/wiki/api/v2/tasks?limit=40")).Select(Read)).TakeLast(2));

        await Session.UpdatePageAsync(page, 2, "To do", List(("9", "complete", "write"), ("11", "incomplete", "sleep")));
        SandboxTask[] after = [.. Session.Truth.Tasks(page)];
        Assert.Equal(written[0].Id, after[0].Id);
        Assert.Equal([true, false], after.Select(static task => task.IsComplete));
        Assert.Equal(HttpStatusCode.NotFound, (await Session.SendAsync(HttpMethod.Get, "/wiki/api/v2/tasks/" + written[1].Id)).Status);
        Assert.Equal("write", StorageOf(await Session.GetAsync($"/wiki/api/v2/tasks/{after[0].Id}?body-format=storage")));
        Assert.Equal(Ids(All().OrderBy(static task => long.Parse(task.Id, System.Globalization.CultureInfo.InvariantCulture))), Ids((await Session.WalkAsync("/wiki/api/v2/tasks?limit=40")).Select(Read)));
    }

    [Fact]
    public async Task A_body_that_is_written_back_leaves_its_tasks_as_they_are()
    {
        string page = Session.Truth.PageIds.First(id => Session.Truth.Tasks(id).Any(static task => task.IsComplete) && Session.Truth.Tasks(id).Count > 1);
        SandboxTask[] before = [.. Session.Truth.Tasks(page)];
        string body = Session.Truth.PageStorageBody(page);

        await Session.UpdatePageAsync(page, Session.Truth.PageVersionCount(page) + 1, Session.Truth.PageTitle(page), body + "<p>more</p>");

        Assert.Equal(before, Session.Truth.Tasks(page));
        await Session.UpdatePageAsync(page, Session.Truth.PageVersionCount(page) + 1, Session.Truth.PageTitle(page), "<p>nothing left to do</p>");
        Assert.Empty(Session.Truth.Tasks(page));
        Assert.Empty(await Session.WalkAsync($"/wiki/api/v2/tasks?page-id={page}"));
        Assert.Equal(Ids(All()), Ids((await Session.WalkAsync("/wiki/api/v2/tasks?limit=40")).Select(Read)));
    }

    [Theory]
    [InlineData("GET", "tasks/7", null, HttpStatusCode.NotFound, "Cannot find a task with id [7]")]
    [InlineData("PUT", "tasks/7", """{"status":"complete"}""", HttpStatusCode.NotFound, "Cannot find a task with id [7]")]
    [InlineData("PUT", "tasks/7", """{"status":"done"}""", HttpStatusCode.BadRequest, "must be complete or incomplete")]
    [InlineData("PUT", "tasks/7", "{}", HttpStatusCode.BadRequest, "'status' is required")]
    [InlineData("GET", "tasks?status=done", null, HttpStatusCode.BadRequest, "one of complete, incomplete")]
    [InlineData("GET", "tasks?due-at-from=today", null, HttpStatusCode.BadRequest, "in milliseconds since 1970")]
    public async Task What_does_not_fit_is_refused(string method, string path, string? json, HttpStatusCode status, string message)
    {
        Answer answer = await Session.SendAsync(new HttpMethod(method), "/wiki/api/v2/" + path, json);

        Assert.Equal(status, answer.Status);
        Assert.Contains(message, answer.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    private IEnumerable<SandboxTask> All() => Session.Truth.PageIds.Concat(Session.Truth.BlogPostIds).SelectMany(Session.Truth.Tasks);

    private static string List(params (string Id, string Status, string Body)[] tasks) => $"<ac:task-list>{string.Concat(tasks.Select(static task =>
        $"<ac:task><ac:task-id>{task.Id}</ac:task-id><ac:task-status>{task.Status}</ac:task-status><ac:task-body>{task.Body}</ac:task-body></ac:task>"))}</ac:task-list>";

    private static string Milliseconds(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<string> Ids(IEnumerable<SandboxTask> tasks) => tasks.Select(static task => task.Id);

    private static SandboxTask Read(JsonElement task)
    {
        return new SandboxTask(
            Text("id") ?? "",
            Text("pageId") ?? Text("blogPostId") ?? "",
            Text("status") == "complete",
            Text("createdBy") ?? "",
            Text("assignedTo"),
            Text("completedBy"),
            task.GetProperty("createdAt").GetDateTimeOffset(),
            task.GetProperty("updatedAt").GetDateTimeOffset(),
            Moment("completedAt"),
            Moment("dueAt"));

        string? Text(string name) => task.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

        DateTimeOffset? Moment(string name) => task.TryGetProperty(name, out JsonElement value) ? value.GetDateTimeOffset() : null;
    }
}
