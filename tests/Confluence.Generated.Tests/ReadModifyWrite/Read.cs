using System.Text.Json;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>Models as they are read, requests as they are sent, and refusals as they are told.</summary>
internal static class Read
{
    public static T As<T>(string json) => JsonSerializer.Deserialize<T>(json)!; // No text of these tests is null.

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
