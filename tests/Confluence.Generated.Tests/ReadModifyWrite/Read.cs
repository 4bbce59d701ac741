using System.Text;
using System.Text.Json;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>Models as they are read, requests as they are sent, and refusals as they are told.</summary>
internal static class Read
{
    /// <summary>What a test needs of an answer: members that are otherwise always there may be missing.</summary>
    public static T As<T>(string json)
        where T : IJsonModel<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        return JsonItem.Model<T>(ref reader);
    }

    public static string Sent<T>(T request) => JsonSerializer.Serialize(request);

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>Makes a request that is refused; the message says all of these.</summary>
    public static ArgumentException Refused(Func<object> make, string parameter, params string[] said)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(parameter, exception.ParamName);
        Assert.All(said, text => Assert.Contains(text, exception.Message, StringComparison.Ordinal));
        return exception;
    }
}
