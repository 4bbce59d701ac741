using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Retrieval.Pages.Sources;

/// <summary>Gives the versions of pages and of blog posts, which the API describes apart, the one form that pages carry. Nothing is lost: what the form has no member for is kept as additional.</summary>
internal static class VersionForm
{
    public static ContentVersion Of<T>(T version)
        where T : IJsonModel<T>
    {
        Utf8JsonReader reader = new(JsonOutput.Utf8(version, JsonItem.Model));
        return JsonItem.Model<ContentVersion>(ref reader);
    }
}
