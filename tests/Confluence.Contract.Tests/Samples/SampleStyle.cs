namespace Confluence.Contract.Tests.Samples;

/// <summary>What is in a sample.</summary>
internal enum SampleStyle
{
    /// <summary>Every member; answers hold one unknown member in each object besides.</summary>
    Complete,

    /// <summary>As <see cref="Complete"/>, and every enum has a value that no document knows.</summary>
    Newer,

    /// <summary>No member that may be absent.</summary>
    Sparse,

    /// <summary>Every member, and null for each that the document calls nullable.</summary>
    Nullable,

    /// <summary>Every member, and null for each that answers do not always carry, whatever the document says: servers do that.</summary>
    Null,
}
