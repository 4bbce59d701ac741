using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>The error of a caller who reads a member that is never null and did not come.</summary>
    public readonly ConfluenceResponseException Absent(int index, string type, string member) =>
        new($"{Describe(index, type, member)}, although answers usually carry it. Read what else the {type} holds, or set {nameof(ConfluenceClientOptions.ValidateResponses)} to find out when the answer is read.")
        {
            TypeName = type,
            Member = member,
        };

    /// <summary>Called for each member that is never null when an object was read to its end and lacks one of them.</summary>
    /// <exception cref="JsonException">The member is missing, and the caller wants answers to be checked.</exception>
    public readonly void Check(int index, bool isMissing, string type, string member)
    {
        if (isMissing && ResponseValidation.IsOn)
        {
            throw new JsonMissingMemberException(type, member, Describe(index, type, member) + ".");
        }
    }

    private readonly string Describe(int index, string type, string member) =>
        (_nulls & Bit(index)) != 0 ? $"The member '{member}' of the {type} is null"
        : _rest?.Holds(index) == true ? $"The member '{member}' of the {type} has a value of another kind than its type"
        : $"The {type} lacks the member '{member}'";
}
