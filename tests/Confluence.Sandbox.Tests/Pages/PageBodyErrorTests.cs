using System.Net;

namespace Confluence.Sandbox.Tests.Pages;

public sealed class PageBodyErrorTests : WritingTests
{
    public static TheoryData<string, string, string> BadBodies => new()
    {
        { "POST", "{\"spaceId\":", "no JSON" },
        { "POST", "[]", "JSON object" },
        { "POST", "{}", "'spaceId' is required" },
        { "POST", """{"spaceId":true}""", "'spaceId' must be an id" },
        { "POST", """{"spaceId":"{space}"}""", "'title' is required" },
        { "POST", """{"spaceId":"{space}","title":7}""", "'title' must be a string" },
        { "POST", """{"spaceId":"{space}","title":"{long}"}""", "longer than 255" },
        { "POST", """{"spaceId":"{space}","title":"T","status":"archived"}""", "'status' must be current or draft" },
        { "POST", """{"spaceId":"{space}","title":"T","body":"x"}""", "'body' must be an object" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{}}""", "'body.representation' is required" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"view","value":""}}""", "'body.representation' must be one of" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"storage"}}""", "'body.value' is required" },
        { "POST", """{"spaceId":"{space}","title":"T","body":{"representation":"atlas_doc_format","value":"<p/>"}}""", "JSON object in a string" },
        { "POST", """{"spaceId":"{space}","title":"T","parentId":"{elsewhere}"}""", "in another space" },
        { "PUT", "{}", "'id' is required" },
        { "PUT", """{"id":"1"}""", "differs from the id in the path" },
        { "PUT", """{"id":"{page}"}""", "'status' is required" },
        { "PUT", """{"id":"{page}","status":"current"}""", "'title' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T"}""", "'body' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""}}""", "'version' is required" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":"2"}}""", "'version.number'" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}},"spaceId":"{other}"}""", "another space" },
        { "PUT", """{"id":"{page}","status":"current","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}},"ownerId":"x"}""", "no account with id x" },
        { "PUT", """{"id":"{page}","status":"draft","title":"T","body":{"representation":"storage","value":""},"version":{"number":{next}}}""", "no draft beside" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_does_not_fit_is_400_with_what_is_wrong(string method, string body, string message)
    {
        string page = Session.Truth.PageIds.ElementAt(3);
        string json = body
            .Replace("{space}", Space, StringComparison.Ordinal)
            .Replace("{other}", Session.Truth.SpaceIds.ElementAt(1), StringComparison.Ordinal)
            .Replace("{elsewhere}", Session.Truth.PageIds.ElementAt(1), StringComparison.Ordinal)
            .Replace("{long}", new string('x', 256), StringComparison.Ordinal)
            .Replace("{page}", page, StringComparison.Ordinal)
            .Replace("{next}", (Session.Truth.PageVersionCount(page) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

        Answer answer = await Session.SendAsync(new HttpMethod(method), method == "POST" ? "/wiki/api/v2/pages" : "/wiki/api/v2/pages/" + page, json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Error.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, Session.Truth.ChangedPageCount);
    }
}
