using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build;

/// <summary>Which members of an object must be there.</summary>
/// <param name="Required">By the document's <c>required</c>: who sends the object must give them.</param>
/// <param name="Guaranteed">By an overlay's <c>x-cs-required</c>: answers carry them.</param>
/// <param name="IsSent">A request holds such an object.</param>
/// <param name="IsReceived">An answer holds such an object.</param>
/// <param name="IsForm">It is a form.</param>
internal sealed record Presence(IReadOnlyList<string> Required, IReadOnlyList<string> Guaranteed, bool IsSent, bool IsReceived, bool IsForm)
{
    public static Presence OfForm(SpecSchema form) => new(form.Required, [], IsSent: true, IsReceived: false, IsForm: true);

    public static Presence OfClass(Directions directions, SpecSchema schema, IReadOnlyList<string> required, IReadOnlyList<string> guaranteed) =>
        new(required, guaranteed, directions.IsSent(schema), directions.IsReceived(schema), IsForm: false);

    /// <summary>The member with what callers and answers may leave out of it.</summary>
    public MemberModel Describe(string wireName, string name, TypeRef type, SpecSchema schema)
    {
        bool isRequired = IsSent && Required.Contains(wireName);
        bool isGuaranteed = IsReceived && Guaranteed.Contains(wireName);

        // A form has no way to say null.
        NullMeaning isNull = isGuaranteed ? NullMeaning.None
            : !isRequired ? NullMeaning.Absent
            : schema.Nullable && !IsForm ? NullMeaning.Value
            : IsReceived ? NullMeaning.Absent
            : NullMeaning.None;

        // What callers must give themselves is a string; only what may be taken from an answer can be bytes.
        TypeRef held = type.Kind == TypeKind.LazyText && isNull == NullMeaning.None && !isGuaranteed ? TypeRef.String : type;
        return new MemberModel(wireName, name, held, isRequired, isGuaranteed, isNull, Facts.Member(wireName, schema, isRequired, isGuaranteed, isNull));
    }
}
