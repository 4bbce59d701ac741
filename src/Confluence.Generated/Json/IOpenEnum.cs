namespace Confluence.Generated.Json;

/// <summary>
/// A set of named strings that the service may extend at any time: values that this version of the library does not know survive.
/// </summary>
internal interface IOpenEnum
{
    /// <summary>The text as it stands on the wire; empty for the default value of the struct, which must not be sent.</summary>
    string Value { get; }
}
