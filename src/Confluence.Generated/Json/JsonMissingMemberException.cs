using System.Text.Json;

namespace Confluence.Generated.Json;

/// <summary>An object lacks a member that must be there. The place of the object stands in the messages of the exceptions around it.</summary>
/// <param name="typeName">The type of the object.</param>
/// <param name="member">The name of the member on the wire.</param>
/// <param name="message">What is wrong.</param>
internal sealed class JsonMissingMemberException(string typeName, string member, string message) : JsonException(message)
{
    public string TypeName { get; } = typeName;

    public string Member { get; } = member;

    /// <summary>The one that an exception is or was caused by; null when there is none.</summary>
    public static JsonMissingMemberException? In(Exception? exception)
    {
        while (exception is not (null or JsonMissingMemberException))
        {
            exception = exception.InnerException;
        }

        return (JsonMissingMemberException?)exception;
    }
}
