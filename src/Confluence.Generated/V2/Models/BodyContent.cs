using Confluence.Generated.Json;

namespace Confluence.Generated.V2.Models;

/// <content>What a lenient reading leaves open.</content>
public sealed partial class BodyContent
{
    /// <summary>Whether a value arrived. An empty one is a value; without one, <see cref="Value"/> is empty too, and must not be written over a page.</summary>
    internal bool HasValue => !_valueText.IsNull;

    /// <summary>The value as it is held, so that a request can be made of it without a string.</summary>
    internal JsonText ValueText => _valueText;
}
