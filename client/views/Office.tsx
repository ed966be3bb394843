export default function Office({ id }: { id: string }) {
  return <p>{id}</p>;
}
